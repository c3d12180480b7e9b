import type { ComponentChildren } from 'preact';

function Icon({ children }: { children: ComponentChildren }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}

export const SearchIcon = () => <Icon><circle cx="8.5" cy="8.5" r="5.5" /><path d="m12.7 12.7 4.6 4.6" /></Icon>;
export const PlusIcon = () => <Icon><path d="M10 4v12M4 10h12" /></Icon>;
export const CloseIcon = () => <Icon><path d="m5 5 10 10M15 5 5 15" /></Icon>;
export const UpIcon = () => <Icon><path d="m5 12.5 5-5 5 5" /></Icon>;
export const DownIcon = () => <Icon><path d="m5 7.5 5 5 5-5" /></Icon>;
export const BackIcon = () => <Icon><path d="m11.5 5-5 5 5 5" /></Icon>;
export const HelpIcon = () => (
  <Icon>
    <path d="M7.2 7.600a2.8 2.8 0 1 1 4.1 2.500c-.8.4-1.3 1-1.3 1.900v.3M10 15v.2" />
  </Icon>
);
