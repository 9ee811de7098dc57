log AppHelp.loud('x')
