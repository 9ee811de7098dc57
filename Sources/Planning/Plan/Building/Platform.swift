/// What a builder starts from and makes, in words, and the options that name them.
struct Platform {
  let machine: String
  let product: String
  /// Options that name what it starts from, the first that is set counts.
  let sources: [String]
  /// The option that names the product.
  let name: String?

  private static let unknown = Platform(
    machine: "a machine", product: "an image of a machine", sources: [], name: nil)

  /// The platform of a builder's type.
  static func of(_ type: String) -> Platform { known[type] ?? virtual[type] ?? unknown }

  private static let known: [String: Platform] = [
    "amazon-ebs": ec2, "amazon-ebssurrogate": ec2, "amazon-instance": ec2, "amazon-chroot": ec2,
    "amazon-ebsvolume": Platform(
      machine: "an EC2 instance", product: "volumes of EC2", sources: ["source_ami"], name: nil),
    "openstack": Platform(
      machine: "an OpenStack server", product: "an OpenStack image",
      sources: ["source_image_name", "source_image", "external_source_image_url"], name: "image_name"),
    "digitalocean": Platform(
      machine: "a droplet", product: "a DigitalOcean snapshot", sources: ["image"], name: "snapshot_name"),
    "googlecompute": Platform(
      machine: "a Compute Engine instance", product: "a Compute Engine image",
      sources: ["source_image", "source_image_family"], name: "image_name"),
    "azure-arm": azure, "azure-chroot": azure, "azure-dtl": azure,
    "alicloud-ecs": Platform(
      machine: "an ECS instance", product: "an Alibaba Cloud image", sources: ["source_image"],
      name: "image_name"),
    "hcloud": Platform(
      machine: "a Hetzner server", product: "a Hetzner snapshot", sources: ["image"], name: "snapshot_name"),
    "linode": Platform(
      machine: "a Linode", product: "a Linode image", sources: ["image"], name: "image_label"),
    "scaleway": Platform(
      machine: "a Scaleway server", product: "a Scaleway image", sources: ["image"], name: "image_name"),
    "yandex": Platform(
      machine: "a Yandex Cloud instance", product: "a Yandex Cloud image",
      sources: ["source_image_id", "source_image_family", "source_image_name"], name: "image_name"),
    "oracle-oci": Platform(
      machine: "an Oracle Cloud instance", product: "an Oracle Cloud image", sources: ["base_image_ocid"],
      name: "image_name"),
    "lxc": Platform(
      machine: "an LXC container", product: "an LXC root file system", sources: ["template_name"],
      name: "container_name"),
    "lxd": Platform(
      machine: "an LXD container", product: "an LXD image", sources: ["image"], name: "output_image"),
    "vagrant": Platform(
      machine: "a Vagrant machine", product: "a Vagrant box", sources: ["source_path", "global_id"],
      name: "box_name"),
  ]

  private static let ec2 = Platform(
    machine: "an EC2 instance", product: "an Amazon machine image", sources: ["source_ami"],
    name: "ami_name")

  private static let azure = Platform(
    machine: "an Azure machine", product: "an Azure image", sources: ["image_sku", "image_url"],
    name: "managed_image_name")

  private static let virtual: [String: Platform] = [
    "qemu": virtual("a disk image"), "proxmox": virtual("a Proxmox template", name: "template_name"),
    "proxmox-iso": virtual("a Proxmox template", name: "template_name"),
    "proxmox-clone": virtual("a Proxmox template", ["clone_vm"], name: "template_name"),
    "virtualbox-iso": virtual("a VirtualBox machine"),
    "virtualbox-ovf": virtual("a VirtualBox machine", ["source_path"]),
    "virtualbox-vm": virtual("a VirtualBox machine", ["vm_name"]),
    "vmware-iso": virtual("a VMware machine"), "vmware-vmx": virtual("a VMware machine", ["source_path"]),
    "vsphere-iso": virtual("a vSphere machine", ["iso_paths"]),
    "vsphere-clone": virtual("a vSphere machine", ["template"]),
    "parallels-iso": virtual("a Parallels machine"),
    "parallels-pvm": virtual("a Parallels machine", ["source_path"]),
    "hyperv-iso": virtual("a Hyper-V machine"),
    "hyperv-vmcx": virtual("a Hyper-V machine", ["clone_from_vmcx_path", "clone_from_vm_name"]),
  ]

  private static func virtual(
    _ product: String, _ sources: [String] = ["iso_url"], name: String = "vm_name"
  ) -> Platform {
    Platform(machine: "a virtual machine", product: product, sources: sources, name: name)
  }
}
