leaving-title = Export, leave, destroy
