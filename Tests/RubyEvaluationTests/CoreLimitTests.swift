import RubyEvaluation
import RubySyntax
import Source
import Support
import Testing

/// Core methods given what is too large, too deep, or not known.
@Suite struct CoreLimitTests {
  private final class Printer: RubyHost {
    private(set) var text: [UInt8] = []

    func write(_ text: [UInt8], _ run: RubyInterpreter) { self.text += text }
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let outcome: String
    let program: String

    init(_ outcome: String, _ program: String) {
      self.outcome = outcome
      self.program = program
    }

    var testDescription: String { program }
  }

  @Test(arguments: [
    Case("stopped", "'a' * 10**12"), Case("stopped", "(1..10**12).to_a"), Case("stopped", "[1] * (10**12)"),
    Case("stopped", "'%1000000000d' % 1"), Case("stopped", "'a'.ljust(10**12)"),
    Case("stopped", "Array.new(10**13)"),
    Case("stopped", "a = [1]; a[10**12] = 1"), Case("stopped", "(1..Float::INFINITY).map { |x| x }"),
    Case("stopped", "loop { }"), Case("stopped", "[3].cycle { }"),
    Case("stopped", "[1, 2].product(*[[1, 2]] * 64)"),
    Case("stopped", "x = 'a'; 60.times { x += x }"), Case("stopped", "'a'.upto('zzzzzzzz').to_a"),
    Case("stopped", "(1..60).to_a.combination(30).to_a"), Case("ArgumentError", "a = []; a << a; a.flatten"),
    Case("unknown", "9223372036854775807 + 1"), Case("unknown", "1 << 100"), Case("unknown", "10**100"),
    Case("unknown", "-9223372036854775808 / -1"), Case("value", "-9223372036854775808 % -1"),
    Case("value", "'abc'[-9223372036854775808, 9223372036854775807]"),
    Case("value", "[1].rotate(9223372036854775807)"),
    Case("value", "[1, 2, 3][-9223372036854775808..9223372036854775807]"),
    Case("unknown", "('9' * 400).to_i"), Case("stopped", "''.unpack('C1048576' * 300)"),
    Case("ArgumentError", "[1].fill(0, 9223372036854775807, 5)"),
    Case("value", "a = [1, 2, 3]; a.fill { a.clear; 1 }"),
    Case("value", "a = [1, 2, 3]; a.bsearch { a.clear; 0 }"),
    Case("IndexError", "'abc'.insert(9223372036854775807, 'x')"), Case("value", "a = []; a << a; a.inspect"),
    Case("unknown", "x = Struct.new(:a); y = x.new(1); y.a = y; y.inspect"),
    Case("value", "h = {}; h[:h] = h; h.to_s"),
    Case("value", "a = {}; a[a] = 1; b = {}; b[b] = 1; { a => 1 }[b]"),
    Case("value", "'x' * 5000 =~ /(((x*)*)*)*$/"), Case("RegexpError", "Regexp.new('[')"),
    Case("unknown", "'abc' =~ /a(?=b)/"), Case("JSON::ParserError", "JSON.parse('[' * 5000)"),
    Case("value", "JSON.parse('[' * 90 + ']' * 90)"),
    Case("value", "\"\\xff\".gsub(/./, 'x').upcase.inspect"),
    Case("NoMethodError", "'a'.nonsense"), Case("unknown", "'a'.each_grapheme_cluster"),
    Case("unknown", "Time.now.year"),
    Case("unknown", "SecureRandom.hex(4)"), Case("unknown", "File.exist?('/etc')"),
    Case("unknown", "Dir.glob('*')"),
  ])
  func `a call ends as it must`(_ example: Case) {
    #expect(outcome(of: example.program) == example.outcome)
  }

  /// What nests values, classes or calls as deep as it likes, a program a line.
  private static func deepPrograms() throws -> [String] {
    try CaseFolder.files(in: "ruby/depth", endings: [".txt"])
      .flatMap { $0.text.split(separator: "\n").map(String.init) }
  }

  @Test(arguments: try deepPrograms(), [512, 1024])
  func `a small stack is enough for what is nested deeply`(_ program: String, _ kilobytes: Int) {
    let ending = SmallStack.run(kilobytes: kilobytes) {
      self.outcome(of: program + "; x = nil; 1", Self.deep)
    }
    // Whatever it comes to: that it comes to something is the point.
    #expect(ending != nil)
  }

  private static var deep: RubyLimits {
    var limits = RubyLimits()
    limits.steps = 500_000
    return limits
  }

  @Test func `what cannot be told spreads only where the answer depends on it`() {
    let printer = Printer()
    let lines = [
      "u = rand",
      "puts [u].length, [1, u].first, [1, u].include?(1), { a: u }.key?(:a), { a: u }.keys.inspect",
      "puts [1, u].map { |x| 1 }.inspect, [1, u].any?, ({ b: 1, c: u })[:b]",
      "puts [1, u].include?(3), [u].inspect",
      "puts \"#{u}x\", [u].compact.length, [1, u].sum, [nil, u].any?, [u].join(','), ({ b: u }).select { |k, v| v }",
    ]
    _ = result(of: lines.joined(separator: "\n"), printer)
    let expected = "1\n1\ntrue\ntrue\n[:a]\n[1, 1]\ntrue\n1\n" + String(repeating: "?\n", count: 8)
    #expect(String(decoding: printer.text, as: UTF8.self) == expected)
  }

  private func outcome(of program: String, _ limits: RubyLimits = Self.small) -> String {
    switch result(of: program, Printer(), limits) {
    case .value(let value): value.doubt == nil ? "value" : "unknown"
    case .failed(let failure): failure.className
    case .stopped: "stopped"
    }
  }

  private static var small: RubyLimits {
    var limits = RubyLimits()
    limits.steps = 200_000
    limits.memory = 4 << 20
    return limits
  }

  private func result(
    of program: String, _ host: any RubyHost, _ limits: RubyLimits = Self.small
  ) -> RubyResult {
    let run = RubyInterpreter(host: host, limits: limits)
    let tree = RubyTree.parse(DerivedText(SourceFile(FileID("test.rb"), bytes: Array(program.utf8))))
    return run.attempt { () throws(Unwinding) in try run.run(run.load(tree, path: "test.rb")) }
  }
}
