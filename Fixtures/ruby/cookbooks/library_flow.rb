def search_tree(tree, depth: 0, limit: 5)
  return [] if depth > limit
  found = tree.each_with_object([]) do |(key, value), list|
    next if key.nil?
    redo_count = 0
    begin
      list << [key, yield(value)] if block_given?
      list.concat search_tree(value, depth: depth + 1, limit: limit) { |v| yield v } if value.is_a? Hash
    rescue TypeError, *IGNORED => e
      redo_count += 1
      redo if redo_count < 2
      warn e.message, uplevel: 1
    end
  end
  found.empty? ? nil : found
ensure
  @searched = true
end

def options(argv)
  until argv.empty?
    case arg = argv.shift
    when '--' then break
    when /\A--(no-)?(\w+)\z/ then set $2.to_sym, $1.nil?
    when ->(a) { a.start_with?('-') }
      raise ArgumentError, "unknown: #{arg}"
    else (@rest ||= []).push arg
    end
  end
  return @rest, argv
end

def retrying(times = 3)
  yield
rescue Timeout::Error, SystemCallError
  (times -= 1) > 0 ? retry : raise
else
  :ok
end
