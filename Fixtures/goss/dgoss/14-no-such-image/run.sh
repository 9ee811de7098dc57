dgoss run --pull never nope:1
