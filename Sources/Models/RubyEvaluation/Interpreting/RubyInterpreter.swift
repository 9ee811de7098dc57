/// Runs Ruby without Ruby and without touching the machine; what only the machine knows is `unknown`.
///
/// One serves the whole evaluation of a run list: the classes, constants and global variables that one file defines
/// are there for the next. A class because all that runs shares it; it stays in one task.
package final class RubyInterpreter {
  package internal(set) var host: any RubyHost
  package let limits: RubyLimits
  package internal(set) var symbols = SymbolTable()
  package let classes: CoreClasses
  /// The exceptions that may have ended the run, in order.
  package internal(set) var possibleFailures: [RubyFailure] = []

  var budget: RubyBudget
  var departure: Departure?
  let globals = GlobalTable()
  let programs = PatternPrograms()
  /// What templates print, innermost last.
  var outputs: [RubyString] = []
  /// The running code.
  var current: Frame?
  let mainObject: RubyObject
  /// The calls that are running, outermost first.
  var callers: [RubyPlace?] = []
  /// The exceptions that are being handled, innermost last.
  var handled: [RubyValue] = []
  /// The tags that `catch` waits for, innermost last.
  var tags: [RubyValue] = []
  /// Counts changes of methods and ancestors: caches of an older count are void.
  var methodVersion = 0
  /// Counts changes of objects of the classes that the host watches: what it made of an older count is void.
  package var watchedChanges = 0
  /// Counts blocks that ran once where they may run never or often: what they gather is less than it may be.
  package internal(set) var openRounds = 0
  var lastToken = 0

  /// The conditions that cannot be told and lie around the running code.
  var speculations: [Speculation] = []
  var lastSpeculation = 0
  /// How many of them lie outside of the running construct.
  var floor = 0
  /// How many pieces of code that rescue lie around the running code.
  var rescuers = 0

  package init(host: any RubyHost, limits: RubyLimits = RubyLimits()) {
    self.host = host
    self.limits = limits
    budget = RubyBudget(limits)
    classes = CoreClasses()
    mainObject = RubyObject(of: classes.object)
    classes.name(in: self)
    BaseLibrary.define(in: self)
    CoreLibrary.define(in: self)
  }

  /// Whether what runs now surely runs in a real run.
  package var certainty: Certainty { speculations.isEmpty ? .sure : .maybe }

  /// The calls that led to the running code, innermost first.
  package var stack: [RubyPlace] { callers.reversed().compactMap { $0 } }

  package func symbol(_ spelling: String) -> RubySymbol { symbols.symbol(spelling) }

  package func spelling(of symbol: RubySymbol) -> String { symbols.spelling(of: symbol) }

  func newToken() -> Int {
    lastToken += 1
    return lastToken
  }

  /// Ends what a step throws: the way into the interpreter from outside.
  package func attempt(_ body: () throws(Unwinding) -> RubyValue) -> RubyResult {
    let height = speculations.count
    let (outerFloor, depth, frame, handlers) = (floor, callers.count, current, handled.count)
    let isOutermost = budget.enter()
    floor = height
    let outcome = outcome(of: body)
    floor = outerFloor
    callers.removeLast(callers.count - depth)
    handled.removeLast(handled.count - handlers)
    current = frame
    abandon(above: height)
    if isOutermost { budget.exit() }
    switch outcome {
    case .value(let value): return .value(value)
    case .departure(.raise(let failure)):
      failure.certainty = certainty
      return .failed(failure)
    case .departure(.exhausted(let unknown)): return .stopped(unknown)
    case .departure(.leave(_, let value)), .departure(.next(_, let value)),
      .departure(.giveBack(_, let value)), .departure(.toss(_, let value)):
      return .value(value)
    case .departure(.redo), .departure(.retry): return .value(.nil)
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
}
