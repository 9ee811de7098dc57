import Glibc

/// How long mutated input is tried: a fixed number of rounds with one seed, or `OVENPROOF_FUZZ_SECONDS` with others.
package struct Fuzzing {
  /// Where the generator starts; printed when it is not the usual one, so that a failure can be seen again.
  package let seed: UInt64
  private let rounds: Int
  private let deadline: ContinuousClock.Instant?

  package init(rounds: Int = 1500) {
    self.rounds = rounds
    guard let seconds = getenv("OVENPROOF_FUZZ_SECONDS").flatMap({ Int(String(cString: $0)) }) else {
      seed = 42
      deadline = nil
      return
    }
    seed =
      getenv("OVENPROOF_FUZZ_SEED").flatMap { UInt64(String(cString: $0)) } ?? .random(in: 1...UInt64.max)
    deadline = .now + .seconds(seconds)
    print("OVENPROOF_FUZZ_SEED=\(seed)")
  }

  /// Whether another round is due.
  package func goesOn(after round: Int) -> Bool { deadline.map { .now < $0 } ?? (round < rounds) }
}

/// A small generator with a seed.
package struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  package init(state: UInt64) { self.state = state }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
