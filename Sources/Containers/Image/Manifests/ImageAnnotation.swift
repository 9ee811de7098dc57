/// What a manifest or an index says of an image, beside its configuration.
package struct ImageAnnotation: Sendable, Hashable {
  /// What bears it: `the manifest`, `the index`, `layer 2`.
  package let place: String
  package let name: String
  package let value: String

  /// Those of a map, by their names.
  static func all(_ annotations: [String: String], of place: String) -> [ImageAnnotation] {
    annotations.sorted { $0.key < $1.key }.map {
      ImageAnnotation(place: place, name: $0.key, value: $0.value)
    }
  }
}
