handover-title = Hand-over
