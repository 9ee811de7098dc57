import Host
import Packer
import Puppet
import Source

extension ProjectLoader {
  /// Lists what a Puppet provisioner would apply.
  mutating func loadManifest(_ subject: Subject) {
    let present = own.filter { $0.state == .present }
    let modules = ModuleCollection.load(
      present.filter { $0.kind == .modulePath }.compactMap(\.path), from: store)
    let manifest = present.first { $0.kind == .manifest }?.path
    let manifests = manifest.map { Manifests.load($0, from: store) } ?? Manifests(files: [])
    // Read now, so that a plan and its rules can show the lines.
    for path in manifests.files {
      do throws(HostError) { _ = try store.read(path) } catch { markUnreadable(path, error) }
    }
    self.manifests.append(ProjectManifest(owner: subject.reference, manifests: manifests, modules: modules))
  }
}
