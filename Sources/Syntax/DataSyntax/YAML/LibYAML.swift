import CLibYAML
import Source

/// The calls of libyaml: everything that is unsafe about it stays in this file.
enum LibYAML {
  /// Whether a visitor wants more.
  enum Progress { case goOn, stop }

  /// Reads the events of a stream until a visitor stops it; gives what is wrong with the stream.
  static func visitEvents(of document: YAMLBytes, _ visit: (YAMLEvent) -> Progress) -> YAMLProblem? {
    withParser(of: document) { parser in
      var event = yaml_event_t()
      while yaml_parser_parse(parser, &event) == 1 {
        let type = event.type
        let progress = type == YAML_NO_EVENT ? .stop : visit(convert(event, in: document))
        yaml_event_delete(&event)
        if progress == .stop || type == YAML_STREAM_END_EVENT { return nil }
      }
      return problem(of: parser.pointee, in: document)
    }
  }

  /// Reads the tokens of a stream up to an offset, or to its first fault; tells of each whether it is a block scalar.
  static func visitTokens(
    of document: YAMLBytes, upTo limit: Int, _ visit: (ByteRange, _ isBlockScalar: Bool) -> Void
  ) {
    withParser(of: document) { parser in
      var token = yaml_token_t()
      while yaml_parser_scan(parser, &token) == 1 {
        let type = token.type
        let range = range(token.start_mark, token.end_mark, in: document)
        let style = token.data.scalar.style
        yaml_token_delete(&token)
        guard type != YAML_NO_TOKEN else { return }
        visit(
          range,
          type == YAML_SCALAR_TOKEN
            && (style == YAML_LITERAL_SCALAR_STYLE || style == YAML_FOLDED_SCALAR_STYLE))
        if type == YAML_STREAM_END_TOKEN || range.start >= limit { return }
      }
    }
  }

  // libyaml keeps the parser's own address, so it must not move.
  private static func withParser<Result>(
    of document: YAMLBytes, _ body: (UnsafeMutablePointer<yaml_parser_t>) -> Result
  ) -> Result {
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    defer { parser.deallocate() }
    precondition(yaml_parser_initialize(parser) == 1, "libyaml has memory for a parser")
    defer { yaml_parser_delete(parser) }
    return document.bytes.withUnsafeBufferPointer { bytes in
      yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
      yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
      return body(parser)
    }
  }

  private static func convert(_ event: yaml_event_t, in document: YAMLBytes) -> YAMLEvent {
    let range = range(event.start_mark, event.end_mark, in: document)
    switch event.type {
    case YAML_DOCUMENT_START_EVENT: return bare(.documentStart, range)
    case YAML_DOCUMENT_END_EVENT: return bare(.documentEnd, range)
    case YAML_ALIAS_EVENT:
      return YAMLEvent(kind: .alias, range: range, anchor: string(event.data.alias.anchor), tag: nil)
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let value = Array(UnsafeBufferPointer(start: scalar.value, count: scalar.length))
      return YAMLEvent(
        kind: .scalar(value, style(scalar.style)), range: range, anchor: string(scalar.anchor),
        tag: string(scalar.tag))
    case YAML_SEQUENCE_START_EVENT:
      let start = event.data.sequence_start
      return YAMLEvent(
        kind: .openSequence, range: range, anchor: string(start.anchor), tag: string(start.tag))
    case YAML_MAPPING_START_EVENT:
      let start = event.data.mapping_start
      return YAMLEvent(kind: .openMapping, range: range, anchor: string(start.anchor), tag: string(start.tag))
    case YAML_SEQUENCE_END_EVENT: return bare(.closeSequence, range)
    case YAML_MAPPING_END_EVENT: return bare(.closeMapping, range)
    default: return bare(.other, range)
    }
  }

  private static func bare(_ kind: YAMLEvent.Kind, _ range: ByteRange) -> YAMLEvent {
    YAMLEvent(kind: kind, range: range, anchor: nil, tag: nil)
  }

  private static func style(_ style: yaml_scalar_style_t) -> YAMLEvent.Style {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: .literal
    case YAML_FOLDED_SCALAR_STYLE: .folded
    default: .plain
    }
  }

  private static func range(_ start: yaml_mark_t, _ end: yaml_mark_t, in document: YAMLBytes) -> ByteRange {
    let start = document.offset(ofCodePoint: start.index)
    return ByteRange(start, max(start, document.offset(ofCodePoint: end.index)))
  }

  private static func string(_ value: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    value.map { String(cString: $0) }
  }

  private static func problem(of parser: yaml_parser_t, in document: YAMLBytes) -> YAMLProblem {
    let words = parser.problem.map { String(cString: $0) } ?? "it cannot be read"
    // The reader's own faults have an offset in bytes, and no mark.
    guard parser.error != YAML_READER_ERROR else {
      return YAMLProblem(
        problem: words,
        offset: min(document.base + parser.problem_offset, document.base + document.bytes.count),
        contextOffset: nil)
    }
    return YAMLProblem(
      problem: words, offset: document.offset(ofCodePoint: parser.problem_mark.index),
      contextOffset: parser.context == nil ? nil : document.offset(ofCodePoint: parser.context_mark.index))
  }
}
