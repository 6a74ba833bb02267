"""Parts that pages share: tables, session state and address, filter panel, figures, evidence."""
