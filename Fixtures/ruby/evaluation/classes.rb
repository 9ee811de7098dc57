# Classes, modules, mixins and look-up.
module Greeting
  PREFIX = 'Hello'
  def self.included(base)
    base.extend(ClassMethods)
  end
  module ClassMethods
    def greets(name = nil)
      @greets = name if name
      @greets
    end
  end
  def greet
    "#{PREFIX} #{name}"
  end
end
class Person
  include Greeting
  include Comparable
  greets :people
  attr_reader :name
  COUNT = [0]
  @@all = []
  def initialize(name, age: 1)
    @name = name
    @age = age
    @@all << self
    COUNT[0] += 1
  end
  def <=>(other)
    age <=> other.age
  end
  def to_s
    "#{self.class.name}(#{@name})"
  end
  def self.all
    @@all.map(&:name)
  end
  class << self
    def build(*args, **opts)
      new(*args, **opts)
    end
    private
    def secret; end
  end
  protected
  attr_reader :age
  private
  def hidden
    1
  end
end
class Worker < Person
  def initialize(name, job, **rest)
    super(name, **rest)
    @job = job
  end
  def greet
    super + " the #{@job}"
  end
  def method_missing(name, *args)
    return "ghost #{name} #{args.inspect}" if name.to_s.start_with?('ghost_')
    super
  end
  def respond_to_missing?(name, include_private = false)
    name.to_s.start_with?('ghost_') || super
  end
end
a = Person.build('Ann', age: 3)
b = Worker.new('Bob', 'cook', age: 2)
puts a.greet, b.greet, a.to_s, b
p a > b, [a, b].min.name, a.clamp(b, b).name
p Person.greets, Worker.greets, Person.all, Person::COUNT
p b.ghost_x(1), b.respond_to?(:ghost_y), b.respond_to?(:other)
begin
  b.other
rescue NoMethodError => e
  puts e.class, e.message.split(' for ').first
end
begin
  a.hidden
rescue NoMethodError => e
  puts e.message.split(' for ').first
end
begin
  a.age
rescue NoMethodError => e
  puts e.message.split(' for ').first
end
begin
  Person.secret
rescue NoMethodError => e
  puts 'private'
end
p a.send(:hidden), a.instance_variable_get(:@age)
p Worker.ancestors.take(4), Worker.superclass, b.is_a?(Greeting), Worker < Person, Person <= Person
p Worker.instance_methods(false).sort
class Person
  def greet
    'reopened'
  end
end
puts a.greet, b.greet
module Loud
  def greet
    super.upcase + '!'
  end
end
Person.prepend(Loud)
puts a.greet, b.greet
def a.single
  'only me'
end
puts a.single
p a.singleton_methods, b.respond_to?(:single)
Point = Struct.new(:x, :y) do
  def +(other)
    Point.new(x + other.x, y + other.y)
  end
end
p (Point.new(1, 2) + Point.new(3, 4)).to_a
klass = Class.new(StandardError) do
  def message
    'made'
  end
end
begin
  raise klass
rescue => e
  p e.message
end
Named = Class.new
p Named.name, Named.new.class
class Meta
  %w(one two).each_with_index do |name, i|
    define_method(name) { |x = 0| i + x }
    define_method("#{name}?") { true }
  end
  [:a, :b].each { |n| attr_writer n }
  alias_method :uno, :one
  alias dos two
end
m = Meta.new
p m.one, m.two(5), m.one?, m.uno, m.dos
p Meta.method_defined?(:one), m.public_send(:two)
module Outer
  VALUE = 1
  class Inner
    def value
      VALUE
    end
    def self.lookup
      const_get(:VALUE)
    end
  end
  module Deep
    def self.call
      Inner.new.value + VALUE
    end
  end
end
p Outer::Inner.new.value, Outer::Deep.call, Outer.const_get(:VALUE), Outer.constants.sort
begin
  Outer::Missing
rescue NameError => e
  puts e.message
end
begin
  Nowhere
rescue NameError => e
  puts e.message
end
p defined?(Outer), defined?(Nope), defined?(a.greet), defined?(@x), defined?(puts), defined?(yield)
o = Object.new
o.instance_eval do
  @secret = 42
  def reveal
    @secret
  end
end
p o.reveal, o.instance_exec(1) { |n| @secret + n }
Person.class_eval do
  def added
    "added #{name}"
  end
end
puts a.added
Person.class_eval <<-RUBY
  def evaluated; 'from text'; end
RUBY
puts a.evaluated
class Base
  def self.inherited(sub)
    (@subs ||= []) << sub.name
    super
  end
  def self.subs
    @subs
  end
end
class Sub1 < Base; end
class Sub2 < Base; end
p Base.subs
module Util
  module_function
  def helper(x)
    x * 2
  end
end
p Util.helper(4)
module Extended
  extend self
  def hi
    :hi
  end
end
p Extended.hi
p a.frozen?, 'x'.freeze.frozen?, :a.frozen?, 1.frozen?
begin
  [1].freeze << 2
rescue => e
  puts e.class, e.message
end
CONST = %w(a b).freeze
begin
  CONST.push('c')
rescue FrozenError => e
  puts e.message
end
p a.method(:greet).call
p 5.method(:+).to_proc.call(3)
p [1, 2, 3].map(&10.method(:+))
p a.dup.name, a.equal?(a), a == a.dup
class Version
  include Comparable
  attr_reader :parts
  def initialize(s)
    @parts = s.split('.').map(&:to_i)
  end
  def <=>(o)
    parts <=> o.parts
  end
end
p Version.new('1.10') > Version.new('1.9'), Version.new('1.0') == Version.new('1.0')
class Collection
  include Enumerable
  def initialize(*items)
    @items = items
  end
  def each
    return enum_for(:each) unless block_given?
    @items.each { |i| yield i }
    self
  end
end
c = Collection.new(3, 1, 2)
p c.sort, c.map { |x| x + 1 }, c.include?(2), c.first, c.to_a, c.inject(:+), c.min_by { |x| x }, c.reduce(1) { |a, b| a * b }
