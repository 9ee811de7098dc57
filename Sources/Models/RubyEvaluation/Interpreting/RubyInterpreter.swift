package import RubySyntax

/// Runs Ruby without Ruby and without touching the machine; what only the machine knows is `unknown`.
///
/// One serves the whole evaluation of a run list: the classes, constants and global variables that one file defines
/// are there for the next. A class because all that runs shares it; it stays in one task.
package final class RubyInterpreter {
  package let host: any RubyHost
  package let limits: RubyLimits
  package internal(set) var symbols = SymbolTable()
  package let classes: CoreClasses

  var budget: RubyBudget
  var departure: Departure?
  /// How many conditions that cannot be told lie around the running code.
  var doubts = 0
  var globals: [RubySymbol: RubyValue] = [:]
  /// `$~`: what the last match found, set by the methods that match.
  var lastMatch: RubyValue = .nil
  /// The calls that are running, outermost first.
  var callers: [RubyPlace?] = []
  /// Counts changes of methods and ancestors: caches of an older count are void.
  var methodVersion = 0
  /// Counts changes of objects of the classes that the host watches: what it made of an older count is void.
  package var watchedChanges = 0

  package init(host: any RubyHost, limits: RubyLimits = RubyLimits()) {
    self.host = host
    self.limits = limits
    budget = RubyBudget(limits)
    classes = CoreClasses()
    classes.name(in: self)
    CoreLibrary.define(in: self)
  }

  /// Whether what runs now surely runs in a real run.
  package var certainty: Certainty { doubts == 0 ? .sure : .maybe }

  /// The calls that led to the running code, innermost first.
  package var stack: [RubyPlace] { callers.reversed().compactMap { $0 } }

  // Symbols.

  package func symbol(_ spelling: String) -> RubySymbol { symbols.symbol(spelling) }

  package func spelling(of symbol: RubySymbol) -> String { symbols.spelling(of: symbol) }

  // Running.

  /// Takes a tree in; `path` is what `__FILE__` gives.
  package func load(_ tree: RubyTree, path: String) -> RubyProgram { RubyProgram(tree, path: path) }

  /// Takes a template in.
  package func load(_ template: RubyTemplate, path: String) -> RubyProgram {
    RubyProgram(template.tree, path: path, template: template)
  }

  /// Ends what a step throws: the way into the interpreter from outside.
  package func attempt(_ body: () throws(Unwinding) -> RubyValue) -> RubyResult {
    do throws(Unwinding) {
      return .value(try body())
    } catch {
      switch takeDeparture() {
      case .raise(let failure): return .failed(failure)
      case .exhausted(let unknown): return .stopped(unknown)
      case .leave(_, let value), .next(_, let value), .giveBack(_, let value), .toss(_, let value):
        return .value(value)
      case .redo, .retry: return .value(.nil)
      }
    }
  }

  func takeDeparture() -> Departure {
    guard let departure else { preconditionFailure("an unwinding has a cause") }
    self.departure = nil
    return departure
  }

  func unwind(_ departure: Departure) -> Unwinding {
    self.departure = departure
    return Unwinding()
  }

  // Budget.

  func step(at place: RubyPlace?) throws(Unwinding) {
    budget.steps -= 1
    if budget.steps < 0 { throw exhausted("the run takes too many steps", at: place) }
  }

  func reserve(_ count: Int, at place: RubyPlace?) throws(Unwinding) {
    budget.memory -= max(0, count)
    if budget.memory < 0 { throw exhausted("the run makes too much data", at: place) }
  }

  func exhausted(_ reason: String, at place: RubyPlace?) -> Unwinding {
    unwind(.exhausted(RubyUnknown(reason, at: place)))
  }
}

/// How far a run is followed.
package struct RubyLimits: Sendable {
  package var steps = 2_000_000
  /// How deep calls and expressions may lie in each other.
  package var depth = 1000
  /// Bytes and elements that may be made.
  package var memory = 64 << 20

  package init() {}
}

struct RubyBudget {
  var steps: Int
  var depth: Int
  var memory: Int

  init(_ limits: RubyLimits) {
    steps = limits.steps
    depth = limits.depth
    memory = limits.memory
  }
}
