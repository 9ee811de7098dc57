/// How far a run is followed.
package struct RubyLimits: Sendable {
  package var steps = 2_000_000
  /// Bytes of the machine's stack that nested calls and expressions may take.
  package var stack = 2 << 20
  /// Bytes and elements that may be made.
  package var memory = 64 << 20

  package init() {}
}

/// What is left of the limits.
struct RubyBudget {
  var steps: Int
  var memory: Int
  let stack: Int
  /// Where the stack was when the run was entered.
  var base: UInt?

  init(_ limits: RubyLimits) {
    steps = limits.steps
    memory = limits.memory
    stack = limits.stack
  }

  /// Whether calls lie deeper in each other than they are followed.
  var isDeep: Bool {
    guard let base else { return false }
    let here = Self.stackAddress()
    return max(base, here) - min(base, here) > UInt(stack)
  }

  static func stackAddress() -> UInt {
    var mark: UInt8 = 0
    return withUnsafeMutablePointer(to: &mark) { UInt(bitPattern: $0) }
  }
}

extension RubyInterpreter {
  func step(at place: RubyPlace?) throws(Unwinding) {
    budget.steps -= 1
    if budget.steps < 0 { throw exhausted("the run takes too many steps", at: place) }
  }

  func reserve(_ count: Int, at place: RubyPlace?) throws(Unwinding) {
    guard count >= 0, count <= budget.memory else {
      budget.memory = -1
      throw exhausted("the run makes too much data", at: place)
    }
    budget.memory -= count
  }

  func exhausted(_ reason: String, at place: RubyPlace?) -> Unwinding {
    unwind(.exhausted(RubyUnknown(reason, at: place)))
  }
}
