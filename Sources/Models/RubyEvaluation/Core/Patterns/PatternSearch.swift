/// Searches for a pattern, or for a text that stands for itself.
struct PatternSearch {
  enum Finding<Found> {
    case found(Found)
    case nothing
    /// Why it cannot be told.
    case beyond(String)
  }

  private enum Needle {
    case text([UInt8])
    case pattern(RubyPattern, CompiledPattern)
    case beyond(String)
  }

  private let needle: Needle
  private let call: CoreCall

  init(_ pattern: RubyPattern, _ call: CoreCall) throws(Unwinding) {
    self.call = call
    switch call.run.programs.program(of: pattern) {
    case .success(let program): needle = .pattern(pattern, program)
    case .failure(.beyond(let reason)): needle = .beyond("the pattern has \(reason), which is not followed")
    case .failure(.invalid(let reason)):
      let source = String(decoding: pattern.source, as: UTF8.self)
      throw call.raise("RegexpError", "\(reason): /\(source)/")
    }
  }

  /// A search for an argument that is a pattern or a text.
  init(argument: RubyValue, _ call: CoreCall) throws(Unwinding) {
    switch argument {
    case .pattern(let pattern): self = try PatternSearch(pattern, call)
    case .string(let text):
      self.call = call
      needle = .text(text.bytes)
    default: throw Self.wrongType(argument, call)
    }
  }

  /// "wrong argument type nil (expected Regexp)".
  static func wrongType(_ value: RubyValue, _ call: CoreCall) -> Unwinding {
    let name =
      switch value {
      case .nil: "nil"
      case .boolean(let flag): flag ? "true" : "false"
      default: call.run.className(of: value)
      }
    return call.raise("TypeError", "wrong argument type \(name) (expected Regexp)")
  }

  /// The first match from a byte on: the bounds of the whole and of the groups.
  func bounds(in bytes: [UInt8], from start: Int) -> Finding<[Range<Int>?]> {
    switch needle {
    case .beyond(let reason): return .beyond(reason)
    case .text(let text):
      return TextBytes.find(text, in: bytes, from: start).map { .found([$0..<$0 + text.count]) } ?? .nothing
    case .pattern(_, let program):
      do throws(CompiledPattern.Refusal) {
        return try program.match(in: bytes, from: start).map { .found($0) } ?? .nothing
      } catch {
        return .beyond("the pattern asks more than is followed")
      }
    }
  }

  /// What a match found, for `$~`.
  func match(_ bounds: [Range<Int>?], in string: RubyString) -> RubyMatch {
    guard case .pattern(let pattern, let program) = needle else { return RubyMatch(string, groups: bounds) }
    let names = program.names.flatMap { entry in entry.groups.map { (name: entry.name, group: $0) } }
    return RubyMatch(string, groups: bounds, names: names, pattern: pattern)
  }

  /// The first match from a byte on, kept as `$~`.
  func remembered(in string: RubyString, from start: Int) throws(Unwinding) -> Finding<RubyMatch> {
    switch bounds(in: string.bytes, from: start) {
    case .found(let bounds):
      let match = match(bounds, in: string)
      remember(match)
      return .found(match)
    case .nothing:
      call.run.lastMatch = .nil
      return .nothing
    case .beyond(let reason):
      call.run.lastMatch = call.unknown(reason)
      return .beyond(reason)
    }
  }

  func remember(_ match: RubyMatch) {
    call.run.lastMatch = .object(RubyObject(of: call.run.classes.matchData, payload: match))
  }

  /// All matches, which do not overlap; nil where it cannot be told.
  func all(in bytes: [UInt8]) throws(Unwinding) -> [[Range<Int>?]]? {
    var found: [[Range<Int>?]] = []
    var position = 0
    while position <= bytes.count {
      try call.step()
      switch bounds(in: bytes, from: position) {
      case .beyond: return nil
      case .nothing: return found
      case .found(let bounds):
        guard let whole = bounds[0] else { return found }
        found.append(bounds)
        if !whole.isEmpty {
          position = whole.upperBound
        } else if whole.upperBound < bytes.count {
          position = whole.upperBound + TextBytes.length(at: whole.upperBound, in: bytes)
        } else {
          return found
        }
      }
    }
    return found
  }

  /// Why the pattern cannot be followed.
  var refusal: String {
    if case .beyond(let reason) = needle { reason } else { "the pattern asks more than is followed" }
  }
}
