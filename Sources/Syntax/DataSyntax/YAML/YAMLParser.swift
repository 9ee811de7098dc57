import Diagnostics
import Source

/// Reads YAML from libyaml's events into the tree that JSON has, too.
///
/// Plain scalars follow the core schema of YAML 1.2. An alias shares the children of its anchor, so that a hostile
/// document costs no memory; what it would grow to is counted, and bounded.
struct YAMLParser {
  /// A node that can be taken up by its name.
  struct Anchor {
    let node: Int32
    let size: Size
    let isClosed: Bool
  }

  /// How large a part of the document is when all aliases are written out.
  struct Size {
    /// The nodes that aliases and merges bring in.
    var aliased = 0
    var nodes = 1
    /// How many levels it is high.
    var height = 1

    /// Counts a part of what this is the size of.
    mutating func include(_ child: Size) {
      aliased += child.aliased
      nodes += child.nodes
      height = max(height, child.height + 1)
    }
  }

  /// A container that is open.
  struct Frame {
    let isMapping: Bool
    let anchor: String?
    var size = Size()
    /// The keys `<<` in it.
    var merges: [Int32] = []
  }

  /// How many nodes aliases may add to a document.
  static let maximumAliased = 1_000_000

  let text: DerivedText
  var faults: SyntaxFaults
  var builder = TreeBuilder()
  var frames: [Frame] = []
  var anchors: [String: Anchor] = [:]
  var isIntact = true
  /// How far the document was read.
  var lastEnd = 0
  let merging: DataParser.Merging
  private let laterDocuments: DataParser.LaterDocuments
  let unknownTags: DataParser.UnknownTags
  private var documents = 0
  private var whole = Size()

  init(
    _ text: DerivedText, laterDocuments: DataParser.LaterDocuments = .reported,
    unknownTags: DataParser.UnknownTags = .reported, merging: DataParser.Merging = .ownFirst
  ) {
    self.text = text
    self.merging = merging
    self.laterDocuments = laterDocuments
    self.unknownTags = unknownTags
    faults = SyntaxFaults("data/broken-yaml", in: text)
  }

  /// Reads the whole text.
  mutating func parse() -> (tree: DataTree, diagnostics: [Diagnostic]) {
    switch Encoding.report(on: text, in: &faults) {
    case .utf16, .binary:
      isIntact = false
      return (builder.tree(of: text, as: .yaml, comments: [], isIntact: false), faults.diagnostics)
    case .text, .markedText: break
    }
    let document = YAMLBytes(text, &faults)
    let problem = LibYAML.visitEvents(of: document) { take($0) }
    if let problem { report(problem, in: document) }
    while !frames.isEmpty { close(at: lastEnd) }
    // An empty document is YAML, and stands for null.
    if builder.records.isEmpty, isIntact {
      builder.addScalar(.null, ByteRange(at: 0), content: ByteRange(at: 0))
    }
    let comments = YAMLComments.ranges(in: document, upTo: isIntact ? text.bytes.count : lastEnd)
    let tree = builder.tree(of: text, as: .yaml, comments: comments, isIntact: isIntact)
    return (tree, faults.diagnostics)
  }

  private mutating func take(_ event: YAMLEvent) -> LibYAML.Progress {
    switch event.kind {
    case .documentStart:
      documents += 1
      guard documents < 2 else { return secondDocument(at: event.range) }
    case .documentEnd: if laterDocuments == .unread { return .stop }
    case .other: break
    case .alias: alias(event)
    case .scalar(let value, let style): scalar(event, value, style)
    case .openSequence, .openMapping:
      guard frames.count < DataParser.maximumDepth else { return tooDeep(at: event.range) }
      open(event)
    case .closeSequence, .closeMapping: close(at: closedEnd(event))
    }
    return isTooLarge(at: event.range) ? .stop : .goOn
  }

  private mutating func secondDocument(at range: ByteRange) -> LibYAML.Progress {
    if laterDocuments != .reported { return .stop }
    faults.add(
      "a second document begins here", at: range,
      help: "keep one document in a file: only the first is read")
    return .stop
  }

  private mutating func open(_ event: YAMLEvent) {
    let isMapping = if case .openMapping = event.kind { true } else { false }
    checkTag(event, isFine: event.tag == "tag:yaml.org,2002:\(isMapping ? "map" : "seq")")
    let start = contentStart(of: event)
    if let anchor = event.anchor {
      anchors[anchor] = Anchor(node: Int32(builder.records.count), size: Size(), isClosed: false)
    }
    checkKey(at: ByteRange(start, max(start, event.range.end)))
    builder.openContainer(isMapping ? .mapping : .sequence, at: start)
    frames.append(Frame(isMapping: isMapping, anchor: event.anchor))
    lastEnd = max(lastEnd, start)
  }

  private mutating func close(at end: Int) {
    guard var frame = frames.popLast() else { return }
    if frame.isMapping, builder.childCount % 2 == 1 { builder.addMissing(at: lastEnd) }
    let merged = mergedChildren(of: &frame)
    let node = builder.closeContainer(at: end, children: merged)
    lastEnd = max(lastEnd, end)
    if let anchor = frame.anchor, let node {
      anchors[anchor] = Anchor(node: node, size: frame.size, isClosed: true)
    }
    include(frame.size)
  }

  /// Counts a child of the innermost open container, or of the document.
  mutating func include(_ size: Size) {
    if frames.isEmpty { whole.include(size) } else { frames[frames.count - 1].size.include(size) }
  }

  /// Where a container ends: a block with its last child, brackets with themselves.
  private func closedEnd(_ event: YAMLEvent) -> Int {
    guard event.range.count == 1, let last = text.bytes[event.range.indices].first,
      last == UInt8(ascii: "}") || last == UInt8(ascii: "]")
    else { return lastEnd }
    return event.range.end
  }

  /// Where a node begins, after its anchor and its tag.
  func contentStart(of event: YAMLEvent) -> Int {
    guard event.anchor != nil || event.tag != nil else { return event.range.start }
    var offset = event.range.start
    let bytes = text.bytes
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: "&"), UInt8(ascii: "!"):
        while offset < bytes.count, bytes[offset] > 0x20 { offset += 1 }
      case 0x09, 0x0A, 0x0D, 0x20: offset += 1
      case UInt8(ascii: "#"):
        while offset < bytes.count, !bytes[offset].isBreak { offset += 1 }
      default: return offset
      }
    }
    return offset
  }

  private mutating func isTooLarge(at range: ByteRange) -> Bool {
    guard (frames.last?.size ?? whole).aliased > Self.maximumAliased else { return false }
    faults.add(
      "written out, the aliases up to here make more than \(Self.maximumAliased) nodes", at: range,
      help: "write the values that are needed")
    giveUp()
    return true
  }

  private mutating func tooDeep(at range: ByteRange) -> LibYAML.Progress {
    faults.add(
      "values lie in each other more than \(DataParser.maximumDepth) deep",
      at: ByteRange(range.start, min(range.end, range.start + 1)), help: "check that this is the right file")
    giveUp()
    return .stop
  }

  private mutating func giveUp() {
    isIntact = false
    builder.clear()
    frames.removeAll()
  }
}
