"""What rows are, and where they lie: schema (columns, types, meaning), conform (held at every border), store (on disk)."""
