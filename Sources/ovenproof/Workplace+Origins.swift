import Baking
import Engine
import Image
import Plan
import Prediction
import Source

extension Workplace {
  /// Finds the build of this machine that made a layer.
  var originOfLayers: @Sendable (Digest) -> LayerOrigin? {
    guard let store = try? store else { return { _ in nil } }
    let shelf = OriginShelf(in: store)
    return { shelf.origin(of: $0) }
  }

  /// Remembers which builds made the layers of their images; what cannot be kept is only missed in reports.
  func keepOrigins(of results: [BuildResult], _ plan: Plan, _ sources: SourceSet) {
    guard let store = try? store else { return }
    for result in results {
      guard let image = result.image, let build = plan.builds.first(where: { $0.name == result.name }),
        let stored = try? store.image(image.id)
      else { continue }
      keepOrigin(LayerOrigin(of: build, in: plan.template, sources), stored.configuration)
    }
  }

  /// Remembers what made the uppermost layer of an image, where the last step of its history made one.
  func keepOrigin(_ origin: LayerOrigin, _ configuration: ImageConfiguration) {
    guard let store = try? store, let layer = configuration.diffIDs.last,
      configuration.history.last?.isEmptyLayer == false
    else { return }
    try? OriginShelf(in: store).keep(origin, of: layer)
  }
}
