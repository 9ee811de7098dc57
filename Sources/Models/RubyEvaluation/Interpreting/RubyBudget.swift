import Source

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
  private let stack: Int
  /// What is left of the stack; nil outside of a run.
  private var room: StackRoom?

  /// What a method that is written in Swift may take without asking.
  private static let reserve = 128 << 10

  init(_ limits: RubyLimits) {
    steps = limits.steps
    memory = limits.memory
    stack = limits.stack
  }

  /// Whether calls and values lie deeper in each other than they are followed.
  var isDeep: Bool { room?.isUsedUp ?? false }

  /// Measures the stack from here on; false where it is measured already.
  mutating func enter() -> Bool {
    guard room == nil else { return false }
    room = StackRoom(limit: stack, keeping: Self.reserve)
    return true
  }

  mutating func exit() { room = nil }
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

  /// Ends the run: a bound is reached, of its own or of its host.
  package func exhausted(_ reason: String, at place: RubyPlace?) -> Unwinding {
    unwind(.exhausted(RubyUnknown(reason, at: place)))
  }
}
