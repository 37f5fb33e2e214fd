/** The mark: a bridge. */
export const Mark = () => (
  <svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
    <path d="M4 22h24M5 22c2-7 6-11 11-11s9 4 11 11M16 11v11M10.5 14.5V22M21.5 14.5V22" />
  </svg>
)

/** The bridge across the foot of the opening panel, with its reflection. */
export const Bridge = () => (
  <svg class="bridge" viewBox="0 0 1200 190" preserveAspectRatio="xMidYMax slice" aria-hidden="true" focusable="false">
    <path class="far" d="M0 150c140-46 250-40 360-8s240 26 360-6 300-30 480 8v46H0z" />
    <path class="deck" d="M-20 132C240 132 380 64 600 64s360 68 620 68" />
    <path
      class="arch"
      d="M452 150a148 76 0 0 1 296 0M292 150a58 34 0 0 1 116 0M792 150a58 34 0 0 1 116 0M172 150a40 18 0 0 1 80 0M948 150a40 18 0 0 1 80 0"
    />
    <path class="water" d="M120 164h960M250 176h220M520 178h160M730 176h220" />
  </svg>
)
