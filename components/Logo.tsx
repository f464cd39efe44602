type Props = Readonly<{ size?: number }>;

/** The fingerpost. Its pointed end is also the shape of the ring's label and of the chip. */
export function Logo({ size = 20 }: Props) {
  return (
    <svg
      class="logo flip"
      width={`${size / 16}rem`}
      height={`${size / 16}rem`}
      viewBox="0 0 20 20"
      aria-hidden="true"
      focusable="false"
    >
      <Fingerpost />
    </svg>
  );
}

function Fingerpost() {
  return (
    <>
      <path d="M3 2.5h9.2c.5 0 1 .2 1.3.6l3.7 4a1.2 1.2 0 0 1 0 1.7l-3.7 4c-.3.4-.8.6-1.3.6H3c-.8 0-1.5-.7-1.5-1.5V4c0-.8.7-1.5 1.5-1.5Z" />
      <path d="M6 14.6h2v3.6a.8.8 0 0 1-.8.8h-.4a.8.8 0 0 1-.8-.8Z" />
      <path
        class="tick"
        d="M11.9 5.7a.8.8 0 0 1 0 1.1l-3.6 3.6a.8.8 0 0 1-1.1 0L5.4 8.6a.78.78 0 0 1 1.1-1.1l1.3 1.2 3-3a.78.78 0 0 1 1.1 0Z"
      />
    </>
  );
}

/** The trail that was walked, up to the fingerpost: for the finished guide. */
export function Summit() {
  return (
    <svg
      class="summit-art flip"
      width="8.25rem"
      height="2.75rem"
      viewBox="0 0 132 44"
      aria-hidden="true"
    >
      <path class="trail" d="M4 38c22 0 22-14 42-14s18 8 32 4 12-8 20-12" />
      <circle cx="4" cy="38" r="3" />
      <g transform="translate(104 -1) scale(1.25)">
        <Fingerpost />
      </g>
    </svg>
  );
}
