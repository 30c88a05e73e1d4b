/** The club's mark: the centre circle seen from above, and the ball about to be kicked off. */
export function ClubMark({ size = 32 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="8" fill="#129956" />
      <g fill="none" stroke="#f2f7f4" strokeWidth="2.2">
        <path d="M16 0v32" />
        <circle cx="16" cy="16" r="8.5" />
      </g>
      <circle cx="16" cy="16" r="4.2" fill="#ffc53d" stroke="#0c2a20" strokeWidth="1.6" />
    </svg>
  );
}
