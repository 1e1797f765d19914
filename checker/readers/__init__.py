"""File formats that are read, a file each."""
