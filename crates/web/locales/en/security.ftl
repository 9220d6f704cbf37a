security-title = Security and backup
