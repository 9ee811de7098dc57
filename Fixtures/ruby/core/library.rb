require "json"
require "yaml"
require "base64"
require "shellwords"
require "uri"
require "erb"
def t
  yield
rescue StandardError => e
  "#{e.class}: #{e.message[0, 60]}"
end
puts JSON.parse('{"a": [1, 2.5, null, true], "b": {"c": "x\u00e9\n"}}').inspect, JSON.parse('[1]').inspect, JSON.parse('{"a":1}', symbolize_names: true).inspect, JSON.parse('"s"').inspect, JSON.parse("12").inspect, JSON.parse('{"n": 1e3, "m": -0.5}').inspect, JSON.parse("null").inspect, JSON.parse("[]").inspect
puts JSON.generate({ a: 1, "b" => [nil, true, "x\"y\n"], c: { d: 1.5 } }), { a: 1 }.to_json, [1, "a", nil].to_json, "x/é".to_json, nil.to_json, :sym.to_json, 1.5.to_json, JSON.pretty_generate({ a: 1, b: [1, 2], e: { f: nil } }), JSON.generate([]), { 1 => 2, nil => 3 }.to_json, JSON.generate("a\tb\u0001")
puts t { JSON.parse("{") }.split(":").first(3).join(":"), t { JSON.parse("nope") }.split(":").first(3).join(":"), t { JSON.parse(nil) }
puts YAML.load("a: 1\nb: [x, y]\nc:\n  d: true\n  e: null\nf: '1'\ng: 1.5\nh: :sym\ni: ~\n").inspect, YAML.load("- a\n- 2\n").inspect, YAML.load("").inspect, YAML.load("x").inspect, YAML.load("a: yes\nb: off\nc: \"q\"\n").inspect, YAML.safe_load("a: |\n  x\n  y\nb: >\n  p\n  q\n").inspect, YAML.load("k: 0x1f\no: 017\n").inspect, YAML.unsafe_load("---\na: &x\n  b: 1\nc:\n  <<: *x\n").inspect
puts({ "a" => 1, "b" => ["x", "y"], "c" => { "d" => true, "e" => nil } }.to_yaml, YAML.dump([1, "two", nil, 3.5]), "x".to_yaml, { a: :b }.to_yaml, { "n" => "1", "t" => "true", "e" => "", "h" => {}, "l" => [] }.to_yaml, [{ "a" => 1, "b" => 2 }, [1, [2]]].to_yaml, { "a" => { "b" => { "c" => [1] } } }.to_yaml)
puts Base64.encode64("hello world"), Base64.strict_encode64("a"), Base64.decode64("aGVsbG8="), Base64.urlsafe_encode64("??>"), Base64.encode64("x" * 50)
puts Shellwords.escape("it's a b"), Shellwords.escape(""), Shellwords.split("a 'b c' \"d e\" f\\ g").inspect, Shellwords.join(["a b", "c"]), %w[x y].shelljoin, "a b".shellescape, "a 'b'".shellsplit.inspect, t { Shellwords.split("a 'b") }, Shellwords.escape("a=b%c~d")
u = URI.parse("https://user:pw@example.com:8443/p/a.tgz?x=1#frag")
puts u.scheme, u.host, u.port, u.path, u.query, u.fragment, u.user, u.password, u.to_s, URI("http://a.b/c").port, URI("http://a.b").path.inspect, URI.parse("ftp://x/y").scheme, URI.parse("/rel").host.inspect, u.class, u.request_uri, u.userinfo, t { URI.parse("http://a b") }, URI.encode_www_form_component("a b&c"), u.hostname, URI.parse("https://x").is_a?(URI::HTTP), URI.parse("mailto:a@b").scheme
puts ERB::Util.html_escape("<a href='x'>&\"</a>"), ERB::Util.url_encode("a b/c")
v = Gem::Version.new("1.10.0")
puts v > Gem::Version.new("1.9"), v <=> Gem::Version.new("1.10"), v == Gem::Version.new("1.10"), v.to_s, v.segments.inspect, v.bump, v.release, Gem::Version.new("2.0.0.pre1").prerelease?, Gem::Version.new("2.0.0.pre1") < Gem::Version.new("2.0.0"), Gem::Version.correct?("a").inspect, Gem::Requirement.new("~> 1.2").satisfied_by?(v), Gem::Requirement.new(">= 1.0", "< 1.5").satisfied_by?(v), Gem::Requirement.new("~> 1.2.3").satisfied_by?(Gem::Version.new("1.3")), Gem::Requirement.new("= 1.0").to_s, t { Gem::Version.new("x.y") }, Gem::Dependency.new("a", "~> 1.0").match?("a", "1.5"), %w[1.10 1.9 1.2].map { |x| Gem::Version.new(x) }.max.to_s, v.inspect, Gem::Requirement.new("1.0").satisfied_by?(Gem::Version.new("1")), Gem::Version.new("1.2.3").approximate_recommendation, v.between?(Gem::Version.new("1"), Gem::Version.new("2")), %w[1.0.0 1.0.0.rc1 1.0].sort_by { |x| Gem::Version.new(x) }.inspect, Gem::Version.new("1.a.2").segments.inspect
puts URI.encode_www_form(a: 1, 'b c' => 'd&e', f: nil, g: [1, 'x y']), URI.encode_www_form([['q', 'ü'], ['r', '']])
