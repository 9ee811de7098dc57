dgoss
