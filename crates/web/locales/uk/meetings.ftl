meetings-title = Meetings
