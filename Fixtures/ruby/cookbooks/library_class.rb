class Chef
  class Resource
    class Cache < Chef::Resource
      include ::Comparable
      attr_reader :size
      LIMIT = 2 ** 10
      class Full < StandardError; end
      class << self
        attr_writer :shared
        def shared() @shared ||= new('shared') end
        alias_method :default, :shared
        private :default
      end

      def initialize(name, run_context = nil)
        super(name, run_context)
        @size, @items = 0, Hash.new { |hash, key| hash[key] = [] }
      end

      def <=>(other) size <=> other.size end
      def [](key) @items[key].last end
      def []=(key, value)
        raise Full, "over #{LIMIT}" if @size >= LIMIT
        @items[key] << value
        @size += 1
      end
      def +(other) = self.class.new("#{name}+#{other.name}")
      def -@; self; end
      def !; @items.empty?; end
      def call(*) = nil
      def size=(n)
        @size = n
      end
      def ==(o) o.is_a?(Cache) && o.size == size; end
      def respond_to_missing?(m, all = false) m.to_s.end_with?('?') || super end
      def method_missing(m, *args, &block)
        return !self[m.to_s.chomp('?').to_sym].nil? if m.to_s.end_with? '?'
        super
      end
      protected def secret; :x end
      undef_method :dup
      undef clone, :freeze
      alias length size
      alias :count :size
      alias $stash $stdout
    end
  end
end
