name 'torn'
