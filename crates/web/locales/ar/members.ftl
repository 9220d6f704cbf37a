members-title = Invitations and members
