package import DataSyntax

/// What an image is made of: its configuration and its layers, bottom first.
package struct ImageManifest: Sendable, Hashable {
  package var configuration: Descriptor
  package var layers: [Descriptor]
  /// What the manifest says of itself.
  package var annotations: [String: String]

  package init(configuration: Descriptor, layers: [Descriptor], annotations: [String: String] = [:]) {
    self.configuration = configuration
    self.layers = layers
    self.annotations = annotations
  }

  /// Reads a manifest in OCI's or docker's form; `name` is the file that holds it.
  init(json: DataNode, named name: String) throws(ImageError) {
    guard json.kind == .mapping, let configuration = json["config"] else {
      throw ImageError(.malformed, "`\(name)` is not an image manifest: it names no configuration")
    }
    if json["schemaVersion"]?.integer == 1 {
      throw ImageError(.malformed, "`\(name)` is a manifest of docker's schema 1, which is not read any more")
    }
    self.configuration = try Descriptor(json: configuration, in: name)
    annotations = Descriptor.annotations(in: json)
    layers = []
    for layer in json["layers"]?.items ?? [] { layers.append(try Descriptor(json: layer, in: name)) }
  }

  package var json: JSONText {
    .members([
      ("schemaVersion", .integer(2)), ("mediaType", .string(MediaType.manifest)),
      ("config", configuration.json),
      ("layers", .array(layers.map(\.json))),
      ("annotations", annotations.isEmpty ? nil : .strings(annotations)),
    ])
  }
}
