/// Reads XML 1.0 as it stands: elements, attributes, texts. Nothing outside the text is ever asked for.
///
/// A document type is passed over where it only names a file or an address; one that declares something itself is refused, so that
/// no entity but the five of the language is ever written out. Namespaces are not resolved, names keep their prefixes.
package struct XMLReader {
  /// What is no XML, or none that is read, and where.
  package struct Fault: Error, Hashable {
    package enum Kind: Sendable, Hashable {
      /// The text breaks the rules of the language.
      case malformed
      /// The text may be sound, but asks for what is not done.
      case refused
    }

    package let kind: Kind
    package let message: String
    package let offset: Int
  }

  /// How deep elements are nested at most.
  package static let deepest = 128
  /// How many elements and attributes there are at most.
  package static let most = 1_000_000

  let bytes: [UInt8]
  var index: Int
  private var count = 0

  /// The element that holds all others.
  package static func root(of bytes: [UInt8]) throws(Fault) -> XMLElement {
    var reader = XMLReader(bytes)
    return try reader.document()
  }

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    // A mark of the encoding is no part of the text.
    index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  func fault(_ message: String, at offset: Int? = nil) -> Fault {
    Fault(kind: .malformed, message: message, offset: offset ?? index)
  }

  func refusal(_ message: String, at offset: Int) -> Fault {
    Fault(kind: .refused, message: message, offset: offset)
  }

  /// Counts an element or an attribute.
  mutating func note(at offset: Int) throws(Fault) {
    count += 1
    if count > Self.most {
      throw refusal("there are more than \(Self.most) elements and attributes", at: offset)
    }
  }

  private mutating func document() throws(Fault) -> XMLElement {
    try prolog()
    guard peek() == UInt8(ascii: "<") else {
      throw fault(peek() == nil ? "there is no element" : "a text stands outside of all elements")
    }
    let root = try content()
    try miscellany()
    guard peek() == nil else {
      throw fault(
        peek() == UInt8(ascii: "<") && ![UInt8(ascii: "/"), UInt8(ascii: "!")].contains(peek(1))
          ? "there is a second element beside `\(root.name)`"
          : "the text goes on behind the end of `\(root.name)`")
    }
    return root
  }

  /// The first element with all that is in it. Open elements are kept in a list: hostile depth must not eat the stack.
  private mutating func content() throws(Fault) -> XMLElement {
    if peek(1) == UInt8(ascii: "!") { throw fault("this is no element") }
    var open: [OpenElement] = []
    while true {
      if peek() == UInt8(ascii: "<") {
        let start = index
        switch peek(1) {
        case UInt8(ascii: "/"):
          let name = try endTag()
          guard let last = open.popLast() else { throw fault("`</\(name)>` closes nothing", at: start) }
          guard last.element.name == name else {
            throw fault("`</\(name)>` stands where `\(last.element.name)` is to be closed", at: start)
          }
          if let root = close(last, in: &open) { return root }
        case UInt8(ascii: "!"):
          if starts(with: "<![CDATA[") {
            open[open.count - 1].text += try characterData()
          } else {
            guard starts(with: "<!--") else { throw fault("this is neither a comment nor a CDATA section") }
            try comment()
          }
        case UInt8(ascii: "?"): try instruction()
        default:
          guard open.count < Self.deepest else {
            throw refusal("elements are nested more than \(Self.deepest) deep", at: start)
          }
          let (element, isClosed) = try startTag()
          let opened = OpenElement(element: element, start: start)
          if !isClosed {
            open.append(opened)
          } else if let root = close(opened, in: &open) {
            return root
          }
        }
      } else {
        let last = open.count - 1
        guard last >= 0 else { throw fault("there is no element") }
        guard peek() != nil else {
          throw fault("`\(open[last].element.name)` is not closed", at: open[last].start)
        }
        open[last].text += try text()
      }
    }
  }

  /// An element whose end has not come yet.
  private struct OpenElement {
    var element: XMLElement
    var text: [UInt8] = []
    let start: Int
  }

  /// Puts a whole element into that around it; gives it back where there is none.
  private func close(_ ended: OpenElement, in open: inout [OpenElement]) -> XMLElement? {
    var element = ended.element
    element.text = String(decoding: Self.trimmed(ended.text[...]), as: UTF8.self)
    guard !open.isEmpty else { return element }
    open[open.count - 1].element.elements.append(element)
    return nil
  }

  private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var text = text.drop(while: isBlank)
    while let last = text.last, isBlank(last) { text = text.dropLast() }
    return text
  }

  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D }
}
