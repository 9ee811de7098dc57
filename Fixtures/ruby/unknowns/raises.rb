# A raise that may happen does not end the run for sure.
raise 'not supported' if unknown?
declare :goes_on
raise 'either' unless unknown?
declare :still
begin
  raise ArgumentError, 'x' if unknown?
  declare :body
rescue ArgumentError => e
  declare :handler, e.message
end
declare :after
begin
  value = unknown!.fetch(1)
  declare :later
rescue StandardError
  value = 1
  declare :rescued
end
declare value
begin
  raise 'sure'
rescue => e
  declare :sure_handler, e.message
end
x = (raise 'a' rescue 5)
declare x
def check
  yield
rescue KeyError
  :key
else
  :fine
ensure
  declare :ensure
end
declare check { {}.fetch(1) }, check { 1 }
begin
  raise unknown!
rescue ArgumentError
  declare :maybe_argument
rescue
  declare :maybe_other
end
declare :done
nil.foo if unknown?
declare :before
nil.bar
# -> sure :goes_on
# -> sure :still
# -> maybe :body
# -> maybe :handler, ?
# -> maybe :handler, "x"
# -> sure :after
# -> maybe :later
# -> maybe :rescued
# -> sure ?
# -> sure :sure_handler, "sure"
# -> sure 5
# -> sure :ensure
# -> sure :ensure
# -> sure :key, :fine
# -> maybe :maybe_argument
# -> maybe :maybe_other
# -> maybe :maybe_argument
# -> maybe :maybe_other
# -> sure :done
# -> sure :before
# failed sure NoMethodError 48
# possibly RuntimeError 2
# possibly RuntimeError 4
# possibly StandardError 39
# possibly NoMethodError 46
