import Source

/// Parses Ruby by recursive descent over bytes, without tokens of its own: each routine asks for a value or for an
/// operator, so that `/`, `%`, `<<`, `[`, `{`, `?`, `-` and `*` have one meaning wherever they are asked for.
///
/// After each routine the position is the end of what it read; blanks are taken by whoever looks further.
struct RubyParser {
  /// Leaves a statement that cannot be read; the fault has been told.
  struct Stop: Error {}

  /// What may stand where a value is asked for.
  enum Level {
    /// All, lists of values and of targets included.
    case statement
    /// Also calls without parentheses, and `value in pattern`.
    case condition
    /// Also calls without parentheses.
    case command
    case argument
  }

  enum Kind { case script, template }

  /// How deep brackets, blocks and operands may lie in each other.
  static let depthLimit = 200
  /// From which level on the stack is asked, after how many it is asked again, and what those may take of it.
  private static let shallow = 8
  private static let depthStep = 4
  private static let stackReserve = 128 << 10
  /// How long a chain of calls or operators may be.
  static let chainLimit = 1000
  /// After so many faults the rest of the text is left.
  static let faultLimit = 40

  let text: DerivedText
  let kind: Kind
  /// Where the pieces of text of a template are marked.
  let textMarks: [Int]
  /// The text and eight bytes of zero, so that looking ahead needs no check.
  var bytes: [UInt8]
  /// Where the text ends for the parser: before `__END__`, or its last byte.
  var limit: Int
  var position = 0

  var entries: [RubyTree.Entry] = []
  var lists: [RubyNode] = []
  var names = NameTable.withKeywords
  var escapes: [UInt8] = []
  /// Children of nodes that are still open.
  var pending: [RubyNode] = []
  var comments: [ByteRange] = []
  var dataStart: Int?

  var faults: [RubyFault] = []
  /// How many faults there were, those at one place counted each.
  var told = 0
  /// Where the last fault stopped reading: recovery begins there.
  var stopPosition = 0
  /// The opening of a block whose `end` stands further left than its own line: its own is likely missing.
  var suspect: ByteRange?

  var scopes = LocalScopes()
  var depth = 0
  private var room: StackRoom?
  /// Whether `do` belongs to the call that is read, not to one around it or to a loop.
  var allowsDo = true
  var isInMethod = false
  var patternScope = PatternScope()
  /// The last call without parentheses: nothing can follow it but `do`.
  var lastCommand: RubyNode?
  /// Where the here-documents end that begin after a line end.
  var documentEnds: [Int: Int] = [:]
  var knownWord: (start: Int, word: RubyWord)?
  var knownLineEnd: (position: Int, continues: Bool)?
  var knownNewline: (from: Int, at: Int) = (1, 0)

  init(_ text: DerivedText, kind: Kind) {
    self.text = text
    self.kind = kind
    textMarks = kind == .template ? text.bytes.indices.filter { text.bytes[$0] == 1 } : []
    limit = text.bytes.count
    bytes = text.bytes
    bytes.append(contentsOf: repeatElement(0, count: 8))
    entries.reserveCapacity(text.bytes.count / 5)
    lists.reserveCapacity(text.bytes.count / 5)
  }

  /// Reads the whole text.
  mutating func tree() -> RubyTree {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    beginLine()
    let root = program()
    checkEncoding()
    return RubyTree(
      text: text, root: root, comments: comments, faults: faults, dataStart: dataStart, entries: entries,
      lists: lists, names: names, escapes: escapes)
  }

  mutating func add(_ shape: RubyShape, _ start: Int, _ end: Int) -> RubyNode {
    let node = RubyNode(entries.count)
    entries.append(
      RubyTree.Entry(
        shape: shape, start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: max(start, end))
      ))
    return node
  }

  /// A node that ends where the parser stands.
  mutating func add(_ shape: RubyShape, from start: Int) -> RubyNode { add(shape, start, position) }

  func shape(_ node: RubyNode) -> RubyShape { entries[Int(node.index)].shape }
  func start(_ node: RubyNode) -> Int { Int(entries[Int(node.index)].start) }
  func end(_ node: RubyNode) -> Int { Int(entries[Int(node.index)].end) }

  mutating func reshape(_ node: RubyNode, _ shape: RubyShape) { entries[Int(node.index)].shape = shape }

  /// The list of the children that were opened since a mark.
  mutating func list(since mark: Int) -> RubyList {
    let list = RubyList(first: lists.count, count: pending.count - mark)
    for index in mark..<pending.count { lists.append(pending[index]) }
    pending.removeLast(pending.count - mark)
    return list
  }

  mutating func list(_ nodes: RubyNode...) -> RubyList {
    let list = RubyList(first: lists.count, count: nodes.count)
    lists.append(contentsOf: nodes)
    return list
  }

  /// A word with a spelling that need not stand in the text.
  mutating func word(_ spelling: String, _ start: Int, _ end: Int) -> RubyWord {
    RubyWord(names.name(spelled: spelling), start, end)
  }

  /// A word that stands in the text.
  mutating func word(_ start: Int, _ end: Int) -> RubyWord {
    RubyWord(names.name(of: bytes, start, end), start, end)
  }

  /// Tells a fault and gives what leaves the statement.
  mutating func stop(_ problem: RubyFault.Problem, at range: ByteRange, opening: ByteRange? = nil) -> Stop {
    tell(problem, at: range, opening: opening)
    return Stop()
  }

  mutating func tell(_ problem: RubyFault.Problem, at range: ByteRange, opening: ByteRange? = nil) {
    told += 1
    stopPosition = max(position, min(range.start, limit))
    let end = min(range.end, limit)
    let location = text.location(of: ByteRange(min(range.start, end), end))
    guard faults.count < Self.faultLimit, faults.last?.location != location else { return }
    faults.append(
      RubyFault(problem: problem, location: location, opening: opening.map { text.location(of: $0) }))
  }

  /// Tells that what stands at the position cannot stand there.
  mutating func unexpected() -> Stop {
    let range = tokenRange()
    return stop(.unexpected(String(decoding: bytes[range.indices], as: UTF8.self)), at: range)
  }

  /// The word or mark at the position, for messages.
  private mutating func tokenRange() -> ByteRange {
    guard position < limit else { return ByteRange(at: limit) }
    var end = position + 1
    if bytes[position].isNameByte { while bytes[end].isNameByte { end += 1 } }
    return ByteRange(position, min(end, limit))
  }

  /// Goes one level down, or stops where that is too deep.
  mutating func descend() throws(Stop) {
    let isDoubtful = depth >= Self.shallow && depth.isMultiple(of: Self.depthStep)
    guard depth < Self.depthLimit, !isDoubtful || hasStack() else {
      throw stop(.tooDeep, at: ByteRange(at: position))
    }
    depth += 1
  }

  private mutating func hasStack() -> Bool {
    let room = self.room ?? StackRoom(keeping: Self.stackReserve)
    self.room = room
    return !room.isUsedUp
  }

  /// Checks the length of a chain, which is the depth of its tree.
  mutating func follow(_ links: inout Int) throws(Stop) {
    links += 1
    guard links < Self.chainLimit else { throw stop(.tooDeep, at: ByteRange(at: position)) }
  }
}
