/// Where indices and ranges lie in something that has a length.
enum Indexing {
  /// An index that may count from the end; nil outside.
  static func index(_ index: Int, count: Int) -> Int? {
    let place = index < 0 ? index + count : index
    return (0..<count).contains(place) ? place : nil
  }

  /// The part from a place on; nil where it begins outside or the length is negative.
  static func part(from start: Int, length: Int, count: Int) -> Range<Int>? {
    let from = start < 0 ? start + count : start
    guard from >= 0, from <= count, length >= 0 else { return nil }
    return from..<(from + min(length, count - from))
  }

  /// The part that a range means; nil where it begins outside.
  static func part(_ range: RubyInterval, count: Int, _ call: CoreCall) throws(Unwinding) -> Range<Int>? {
    let low = try bound(range.low, otherwise: 0, call)
    var high = try bound(range.high, otherwise: -1, call)
    let from = low < 0 ? low + count : low
    guard from >= 0, from <= count else { return nil }
    if high < 0 { high += count }
    high = min(high, count)
    if !range.isExclusive || range.high.isNil { high = min(high + 1, count) }
    return from..<max(from, high)
  }

  private static func bound(
    _ value: RubyValue, otherwise: Int, _ call: CoreCall
  ) throws(Unwinding) -> Int {
    switch value {
    case .nil: return otherwise
    case .integer(let number): return max(Int.min / 2, number)
    case .float(let number): return Int(exactly: number.rounded(.towardZero)) ?? 0
    default: throw call.noConversion(of: value, into: "Integer")
    }
  }

  /// The part that the arguments of `[]` mean, one index excepted; nil outside.
  static func part(_ call: CoreCall, count: Int) throws(Unwinding) -> Range<Int>? {
    if call.count >= 2 { return part(from: try call.integer(0), length: try call.integer(1), count: count) }
    guard case .range(let range) = call[0] else { return nil }
    return try part(range, count: count, call)
  }
}
