import Engine
import Image

/// The files of a running container as they are at the time of asking: of images that are made of it for that.
actor PresentFiles {
  private let container: any RunningContainer
  private let engine: any ContainerEngine
  private let image: any ImageView
  private var made: [EngineImage] = []

  /// `image` is what the container was started from: it stands in where the present state cannot be had.
  init(container: any RunningContainer, engine: any ContainerEngine, image: any ImageView) {
    self.container = container
    self.engine = engine
    self.image = image
  }

  func view() async -> any ImageView {
    // Nobody looks at an earlier one any longer.
    await forget()
    do {
      let now = try await container.commit(ImageCommit())
      made.append(now)
      return try await engine.view(now)
    } catch {
      return image
    }
  }

  /// Removes the images.
  func forget() async {
    for image in made { try? await engine.remove(image.id) }
    made = []
  }
}
