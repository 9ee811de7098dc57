import DataSyntax
import Matching
import Source

/// Where a path has led to in an XML document: elements of one name, an attribute, a text.
///
/// The document has one key, the name of its root. The keys of an element are the names of those within it, `@name` for an attribute
/// and `#text` for its text. Elements that are repeated are a list; one that is alone is itself, and a list of one where an index asks.
struct XMLPlace {
  private enum Content {
    case document(XMLElement)
    case elements([XMLElement])
    case text(String)
  }

  private let content: Content
  /// How the place is called in a clause.
  private let name: String

  init(documentOf root: XMLElement) {
    content = .document(root)
    name = "the document"
  }

  private init(_ content: Content, _ name: String) {
    self.content = content
    self.name = name
  }

  /// What the rest of a path leads to from here.
  func value(at steps: ArraySlice<DocumentPath.Step>) -> Document.Found {
    guard let step = steps.first else { return .value(subject) }
    let rest = steps.dropFirst()
    switch (step, content) {
    case (.key(let key), .document(let root)):
      guard root.name.isExactly(key) else {
        return .nothing("\(name) has \(Document.names([root.name], near: key))")
      }
      return XMLPlace(.elements([root]), "`\(key)`").value(at: rest)
    case (.key(let key), .elements(let elements)): return value(of: key, in: elements, rest)
    case (.element(let number), .elements(let elements)):
      let index = number < 0 ? elements.count + number : number
      guard elements.indices.contains(index) else {
        return .nothing("there \(elements.count == 1 ? "is 1 \(name)" : "are \(elements.count) \(name)")")
      }
      return XMLPlace(.elements([elements[index]]), "`[\(number)]`").value(at: rest)
    case (.all, .elements(let elements)):
      var found: [Subject] = []
      for (index, element) in elements.enumerated() {
        switch XMLPlace(.elements([element]), "element \(index)").value(at: rest) {
        case .value(let value): found.append(value)
        case .nothing(let clause): return .nothing(clause)
        }
      }
      return .value(.list(found))
    case (.key, .text): return .nothing("\(name) is a text")
    default: return .nothing("\(name) is no element")
    }
  }

  private func value(of key: String, in elements: [XMLElement], _ rest: ArraySlice<DocumentPath.Step>)
    -> Document.Found
  {
    guard let element = elements.first, elements.count == 1 else {
      return .nothing("there are \(elements.count) \(name), of which `[0]` is the first and `[*]` are all")
    }
    if key == XMLElement.textKey { return XMLPlace(.text(element.text), "`\(key)`").value(at: rest) }
    if let attribute = element.attributes.first(where: { "@\($0.name)".isExactly(key) }) {
      return XMLPlace(.text(attribute.value), "`\(key)`").value(at: rest)
    }
    let inner = element.elements.filter { $0.name.isExactly(key) }
    guard inner.isEmpty else { return XMLPlace(.elements(inner), "`\(key)`").value(at: rest) }
    return .nothing("\(name) has \(Document.names(element.keys, near: key))")
  }

  private var subject: Subject {
    switch content {
    case .document(let root): .map([Subject.Entry(root.name, root.subject)])
    case .elements(let elements):
      elements.count == 1 ? elements[0].subject : .list(elements.map(\.subject))
    case .text(let text): .text(text)
    }
  }
}

extension XMLElement {
  fileprivate static let textKey = "#text"

  /// Each key once: attributes, elements, the text.
  fileprivate var keys: [String] {
    var seen: Set<String> = []
    return attributes.map { "@\($0.name)" } + elements.map(\.name).filter { seen.insert($0).inserted }
      + (text.isEmpty ? [] : [Self.textKey])
  }

  /// A map of its keys; its text alone where it has one and no elements, or has nothing at all.
  fileprivate var subject: Subject {
    if elements.isEmpty, !text.isEmpty || attributes.isEmpty { return .text(text) }
    var order: [ExactText] = []
    var grouped: [ExactText: [Subject]] = [:]
    for element in elements {
      let name = ExactText(element.name)
      if grouped[name] == nil { order.append(name) }
      grouped[name, default: []].append(element.subject)
    }
    let inner = order.map { name in
      let found = grouped[name] ?? []
      return Subject.Entry(name.text, found.count == 1 ? found[0] : .list(found))
    }
    return .map(
      attributes.map { Subject.Entry("@\($0.name)", .text($0.value)) } + inner
        + (text.isEmpty ? [] : [Subject.Entry(Self.textKey, .text(text))]))
  }
}
