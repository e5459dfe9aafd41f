"""The participant's page for phones: no kernel, no account, and nothing fetched from elsewhere."""
