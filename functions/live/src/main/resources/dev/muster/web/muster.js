// Filled by the live pages.
