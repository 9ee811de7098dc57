extension Glob {
  /// More paths than this are not written with braces.
  static let mostAlternatives = 256

  /// The patterns that one with braces stands for: `/etc/{a,b}.conf` is two. Braces without a comma stand for themselves, and so do
  /// those behind a `\`; nil where there are too many.
  static func alternatives(of pattern: [UInt8]) -> [[UInt8]]? {
    var (done, open): ([[UInt8]], [[UInt8]]) = ([], [pattern])
    while let next = open.popLast() {
      guard let (range, words) = braces(in: next) else {
        done.append(next)
        continue
      }
      guard done.count + open.count + words.count <= mostAlternatives else { return nil }
      open += words.reversed().map { Array(next[..<range.lowerBound] + $0 + next[range.upperBound...]) }
    }
    return done
  }

  /// The first braces that hold a comma, with what stands between its commas.
  private static func braces(in text: [UInt8]) -> (Range<Int>, [ArraySlice<UInt8>])? {
    var index = 0
    while index < text.count {
      if text[index] == UInt8(ascii: "{"), let found = words(in: text, from: index), found.words.count > 1 {
        return (index..<found.end, found.words)
      }
      index = step(over: index, in: text)
    }
    return nil
  }

  /// What braces that open at an offset hold, and where they end; nil where nothing closes them.
  private static func words(in text: [UInt8], from start: Int) -> (words: [ArraySlice<UInt8>], end: Int)? {
    var words: [ArraySlice<UInt8>] = []
    var (index, depth, first) = (start + 1, 0, start + 1)
    while index < text.count {
      switch text[index] {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}") where depth == 0: return (words + [text[first..<index]], index + 1)
      case UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: ",") where depth == 0:
        words.append(text[first..<index])
        first = index + 1
      default: break
      }
      index = step(over: index, in: text)
    }
    return nil
  }

  /// The offset behind a byte, or behind the two of an escape.
  private static func step(over index: Int, in text: [UInt8]) -> Int {
    text[index] == UInt8(ascii: "\\") ? min(index + 2, text.count) : index + 1
  }
}
