#!/bin/sh
echo "$PACKER_BUILD_NAME $PACKER_BUILDER_TYPE $#" >/second
