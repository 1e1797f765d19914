"""Rules in groups, a file each."""
