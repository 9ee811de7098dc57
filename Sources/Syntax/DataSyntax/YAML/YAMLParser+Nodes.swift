import Source

extension YAMLParser {
  /// Tags that Ansible reads itself: what they mean is no matter of syntax.
  private static let foreignTags: Set<String> = ["!vault", "!unsafe", "!vault-encrypted"]

  /// The tag of bytes in Base64.
  private static let binaryTag = "tag:yaml.org,2002:binary"

  /// Adds a node that shares what its anchor holds.
  mutating func alias(_ event: YAMLEvent) {
    let name = event.anchor ?? ""
    lastEnd = event.range.end
    guard let anchor = anchors[name] else {
      faults.add(
        "no anchor above is called `\(name)`", at: event.range,
        help: "write `&\(name)` before the value that is meant, or quotes if the text begins with `*`")
      return builder.addMissing(at: event.range.start)
    }
    guard anchor.isClosed, frames.count + anchor.size.height <= DataParser.maximumDepth else {
      faults.add(
        anchor.isClosed
          ? "values lie in each other more than \(DataParser.maximumDepth) deep"
          : "`*\(name)` stands within the value that it repeats",
        at: event.range, help: "write the value that is needed")
      return builder.addMissing(at: event.range.start)
    }
    var record = builder.records[Int(anchor.node)]
    record.range = event.range
    if record.kind == .mapping || record.kind == .sequence { checkKey(at: event.range) }
    builder.add(record)
    var size = anchor.size
    size.aliased = size.nodes
    include(size)
  }

  /// Adds a scalar with its value.
  mutating func scalar(_ event: YAMLEvent, _ value: [UInt8], _ style: YAMLEvent.Style) {
    let value = event.tag == Self.binaryTag ? binary(value, event) : value
    let start = min(contentStart(of: event), event.range.end)
    let written = ByteRange(start, event.range.end)
    let kind = kind(of: event, value, style)
    let node = Int32(builder.records.count)
    if style == .plain, value == [0x3C, 0x3C], event.tag == nil, isAtKey {
      frames[frames.count - 1].merges.append(node)
    }
    switch style {
    case .plain: addFlow(kind, written, content: written, value, style)
    case .singleQuoted, .doubleQuoted:
      let content = written.count >= 2 ? ByteRange(start + 1, written.end - 1) : written
      addFlow(kind, written, content: content, value, style)
    case .literal, .folded: addBlock(kind, written, value)
    }
    builder.setTag(meaning(of: event), of: node)
    if let anchor = event.anchor { anchors[anchor] = Anchor(node: node, size: Size(), isClosed: true) }
    include(Size())
  }

  private mutating func binary(_ value: [UInt8], _ event: YAMLEvent) -> [UInt8] {
    let letters = value.filter { $0 > 0x20 }
    // The bytes are those of one text of Base64 alone, but for the blanks in it.
    if let bytes = Base64.decoded(letters), Base64.encoded(bytes) == letters { return bytes }
    faults.add(
      "this is not Base64, as its tag says", at: event.range, help: "remove the tag, or mend the value")
    return value
  }

  /// The tag of a scalar; where unknown tags are ignored, so is a lone `!`, which makes a text of any scalar.
  private func tag(of event: YAMLEvent) -> String? {
    event.tag == "!" && unknownTags == .ignored ? nil : event.tag
  }

  private func meaning(of event: YAMLEvent) -> DataNode.Tag {
    switch tag(of: event) ?? "" {
    case "": .none
    case "tag:yaml.org,2002:float": .fraction
    case "tag:yaml.org,2002:int", "tag:yaml.org,2002:bool", "tag:yaml.org,2002:null",
      "tag:yaml.org,2002:timestamp":
      .none
    default: .text
    }
  }

  private mutating func addFlow(
    _ kind: DataNode.Kind, _ range: ByteRange, content: ByteRange, _ value: [UInt8], _ style: YAMLEvent.Style
  ) {
    lastEnd = range.end
    guard !text.bytes[content.indices].elementsEqual(value) else {
      return builder.addScalar(kind, range, content: content)
    }
    let decoded = YAMLFlowScalar.decode(content, of: text, style: style)
    builder.addScalar(
      kind, range, content: content, value: decoded.bytes == value ? decoded : generated(value, from: range))
  }

  private mutating func addBlock(_ kind: DataNode.Kind, _ range: ByteRange, _ value: [UInt8]) {
    let block = YAMLBlockScalar(value, in: range, of: text)
    let range = ByteRange(range.start, max(range.start, block.content.end))
    lastEnd = range.end
    builder.addScalar(
      kind, range, content: block.content, value: block.value ?? generated(value, from: range))
  }

  /// A value whose bytes cannot be told apart: all of it comes from all of the scalar.
  private func generated(_ value: [UInt8], from range: ByteRange) -> DerivedText {
    let place = text.location(of: range)
    let segment = DerivedText.Segment(ByteRange(0, value.count), from: place, isVerbatim: false)
    return DerivedText(value, segments: value.isEmpty ? [] : [segment], whole: place)
  }

  private mutating func kind(of event: YAMLEvent, _ value: [UInt8], _ style: YAMLEvent.Style) -> DataNode.Kind
  {
    guard let tag = tag(of: event) else { return style == .plain ? CoreSchema.kind(of: value) : .string }
    let kind = CoreSchema.kind(of: value)
    switch tag {
    case "!", "tag:yaml.org,2002:str", "tag:yaml.org,2002:timestamp", Self.binaryTag: return .string
    case "tag:yaml.org,2002:null": return require(.null, kind, event)
    case "tag:yaml.org,2002:bool": return require(.bool, kind, event)
    case "tag:yaml.org,2002:int", "tag:yaml.org,2002:float": return require(.number, kind, event)
    default:
      checkTag(event, isFine: false)
      return .string
    }
  }

  private mutating func require(
    _ wanted: DataNode.Kind, _ kind: DataNode.Kind, _ event: YAMLEvent
  ) -> DataNode.Kind {
    guard wanted != kind else { return kind }
    faults.add(
      "the value is not what its tag says", at: event.range, help: "remove the tag, or mend the value")
    return .string
  }

  /// Reports a tag that nothing here has a meaning for.
  mutating func checkTag(_ event: YAMLEvent, isFine: Bool) {
    guard unknownTags == .reported, let tag = event.tag, tag != "!", !isFine, !Self.foreignTags.contains(tag)
    else { return }
    let end = text.bytes[event.range.start...].firstIndex { $0 <= 0x20 } ?? text.bytes.count
    let hasAnchorFirst = text.bytes[event.range.start] == UInt8(ascii: "&")
    faults.add(
      "no value here has the tag `\(tag)`",
      at: hasAnchorFirst ? event.range : ByteRange(event.range.start, max(event.range.start, end)),
      help: "remove the tag: the value is read as if it had none")
  }

  /// Whether the next node is a key.
  var isAtKey: Bool { frames.last?.isMapping == true && builder.childCount % 2 == 0 }

  /// Reports a container in the place of a key.
  mutating func checkKey(at range: ByteRange) {
    guard isAtKey else { return }
    let isTemplate = text.bytes[range.start...].starts(with: [UInt8(ascii: "{")])
    faults.add(
      "a key must be a scalar", at: range,
      help: isTemplate
        ? "put the value in quotes if it is a template: `\"{{ … }}\"`"
        : "write the key as one word, or in quotes")
  }
}

extension Array<UInt8> {
  /// Whether the bytes hold those of a word.
  func contains(_ word: StaticString) -> Bool {
    let word = word.withUTF8Buffer { Array($0) }
    return indices.contains { self[$0...].starts(with: word) }
  }
}
