import RubyEvaluation
import Support
import Testing

/// The interpreter on programs that nobody wrote: it ends, within its bounds.
@Suite struct RubyEvaluationFuzzTests {
  private static let words = [
    "unknown?", "unknown!", " if unknown?", "return ", "break ", "next ", "raise ", "rescue\n", "ensure\n",
    "end\n", "do |x|\n", "{ |a, b| ", "}", "(", ")", "[", "]", "nil", "self", "super", "yield", "*", "**",
    "&", "<<", "+=", "||=", ".each", ".map", ".send(:", ".new", "loop do\n", "while true\n", "'a' * 10**9",
    "[1] * 10**9", "retry\n", "class A\n", "def a\n", "lambda { ", "freeze", "define_method(:a) { ",
    "Class.new(", "= ", ", ", "\n", "1 / 0", "a, b = ", "case x\nwhen ", "throw :a", "catch(:a) { ",
    "instance_eval { ", "method_missing", "extend self\n", "Integer::MAX", "9223372036854775807 + 1",
  ]

  @Test(.timeLimit(.minutes(15))) func `Broken programs are run to their end`() throws {
    var limits = RubyLimits()
    limits.steps = 20_000
    limits.memory = 1 << 20
    limits.stack = 256 << 10
    let seeds =
      try CaseFolder.files(in: "ruby/evaluation", endings: [".rb"]).map(\.bytes)
      + CaseFolder.files(in: "ruby/unknowns", endings: [".rb"]).map(\.bytes)
    let fuzzing = Fuzzing(rounds: 400)
    var random = SplitMix(state: fuzzing.seed)
    var round = 0
    while fuzzing.goesOn(after: round) {
      let program = mutate(seeds[round % seeds.count], &random)
      _ = RubyRun.of(program, path: "fuzz.rb", limits: limits)
      round += 1
    }
  }

  private func mutate(_ seed: [UInt8], _ random: inout SplitMix) -> [UInt8] {
    var lines = seed.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      let at = Int.random(in: 0..<lines.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: lines[at] = lines[Int.random(in: 0..<lines.count, using: &random)]
      case 1: lines.swapAt(at, Int.random(in: 0..<lines.count, using: &random))
      case 2 where lines.count > 1: lines.remove(at: at)
      default:
        let word = Self.words[Int.random(in: 0..<Self.words.count, using: &random)]
        let column = Int.random(in: 0...lines[at].count, using: &random)
        lines[at].insert(contentsOf: Array(word.utf8), at: column)
      }
    }
    return Array(lines.joined(separator: [0x0A]))
  }
}
