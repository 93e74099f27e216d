"""What belongs to a school and to this desk: the school's particulars and the year's figures."""
