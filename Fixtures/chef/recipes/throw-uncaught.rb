#= sure 2 UncaughtThrowError
catch(:other) { throw :done }
