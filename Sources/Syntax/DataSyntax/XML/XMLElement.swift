/// An element of an XML document.
package struct XMLElement: Sendable, Hashable {
  /// An attribute with its value, references resolved.
  package struct Attribute: Sendable, Hashable {
    package let name: String
    package let value: String
  }

  /// Its name with the prefix, as it is written.
  package let name: String
  package let attributes: [Attribute]
  package var elements: [XMLElement] = []
  /// The text that stands right in it, joined around the elements, without the blanks at its ends.
  package var text = ""

  init(name: String, attributes: [Attribute]) {
    self.name = name
    self.attributes = attributes
  }
}
