/// A part of a document that is to be written, before it has a layout.
package indirect enum DataFragment: Sendable {
  /// A scalar, or a list or an object that is written on one line.
  case value(JSONText)
  case mapping([Entry])
  case sequence([DataFragment])

  /// An entry of a mapping that is to be written.
  package enum Entry: Sendable {
    case new(String, DataFragment)
    /// An entry of the document itself as it is written there, perhaps under another key.
    case written(DataEntry, key: String?)
  }
}
