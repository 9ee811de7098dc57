BEGIN { $loaded = true }
module Meta
  extend self
  %w(start stop restart).each do |verb|
    define_method("#{verb}!") { |*args| run(verb, *args) }
    class_eval <<-RUBY, __FILE__, __LINE__ + 1
      def #{verb}_later(delay = 0)
        sleep delay
        #{verb}!
      end
    RUBY
  end

  def run(verb, *args, &blk)
    instance_exec(verb, *args, &blk) if blk
    handler = method(:"on_#{verb}") rescue nil
    handler&.call(*args)
    Object.const_get(:Chef)::Log.debug { "ran #{verb}" }
  end

  END { $loaded = nil }

  def wrap(...) = run(...)

  def numbered(list)
    list.each_with_object({}) { |(key, (a, *)), memo; tmp| memo[key] = tmp = a }
    list.sort_by { -_1.to_i }.map { "#{_1}#{__method__}" }
  end
  module_function :numbered
end
