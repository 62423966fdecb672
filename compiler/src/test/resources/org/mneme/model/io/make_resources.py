"""Writes the .npy, .npz and .png files of this folder, with NumPy and Pillow. The tests know the formulas."""

import numpy as np
from PIL import Image

rows, columns = np.mgrid[0:5, 0:70]
signs = np.where((3 * rows + 5 * columns + rows * columns) % 4 < 2, 1, -1).astype(np.int8)
bits = signs > 0
diluted = np.where((rows + columns) % 3 == 0, 0, signs).astype(np.int8)

np.save("bool.npy", bits)
np.save("int8-fortran.npy", np.asfortranarray(signs))
np.save("int64.npy", signs.astype("<i8"))
np.save("int16-big.npy", signs.astype(">i2"))
np.save("uint32.npy", bits.astype("<u4"))
np.save("float16.npy", signs.astype("<f2"))
np.save("float32-big-fortran.npy", np.asfortranarray(signs.astype(">f4")))
np.save("float64.npy", bits.astype("<f8"))
np.save("diluted.npy", diluted)
for version in ((2, 0), (3, 0)):
    with open(f"version{version[0]}.npy", "wb") as f:
        np.lib.format.write_array(f, signs, version=version)
np.save("vector.npy", signs[0])
np.save("cube.npy", signs.reshape(5, 7, 10))
np.save("complex.npy", signs.astype(complex))
np.save("objects.npy", np.array([[1, -1], [None, 1]], dtype=object), allow_pickle=True)
np.save("records.npy", np.zeros((2, 2), dtype=[("a", "i1"), ("b", "f4")]))
np.savez("one.npz", patterns=signs)
np.savez_compressed("two.npz", signs=signs, diluted=diluted)
np.savetxt("savetxt.csv", signs, fmt="%d", delimiter=",", header="written by numpy.savetxt")
np.savetxt("savetxt-floats.txt", signs)

y, x = np.mgrid[0:6, 0:11]
red, green, blue = (37 * x + 11 * y) % 256, (91 * x + 53 * y) % 256, (17 * x + 200 * y) % 256
rgb = np.stack([red, green, blue], axis=-1).astype(np.uint8)
colour = Image.fromarray(rgb)
colour.save("rgb.png")
Image.fromarray(np.dstack([rgb, (x * 20).astype(np.uint8)])).save("rgba.png")
Image.fromarray(red.astype(np.uint8)).save("grey8.png")
Image.fromarray((red * 256 + green).astype(np.uint16)).save("grey16.png")
Image.fromarray(((x + y) % 3 == 0)).save("grey1.png")
palette = Image.fromarray(((x + y) % 4).astype(np.uint8), mode="P")
palette.putpalette([0, 0, 0, 255, 0, 0, 0, 255, 0, 9, 99, 255])
palette.save("palette.png")
