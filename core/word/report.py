"""What the sender is told about their file: what was repaired, moved or left out."""

from collections import Counter

SENTENCES = {
    "tcvn3": "Đã chuyển {n} đoạn gõ bằng phông chữ cũ .Vn (mã TCVN3) sang Unicode.",
    "vni": "Đã chuyển {n} đoạn gõ bằng phông chữ cũ VNI sang Unicode.",
    "guessed": "Đã chuyển {n} đoạn trông như chữ TCVN3 hoặc VNI dù không mang phông chữ cũ;"
    " xin đọc lại các đoạn ấy.",
    "NFC": "Đã đổi {n} từ gõ bằng Unicode tổ hợp sang Unicode dựng sẵn.",
    "Ð/ð": "Đã sửa {n} chữ Ð, ð (chữ nước ngoài trông giống Đ, đ) thành Đ, đ.",
    "dấu cách không ngắt": "Đã thay {n} dấu cách không ngắt bằng dấu cách thường.",
    "deleted": "Tệp còn {n} chỗ xóa chưa chốt (Track Changes): chữ đã xóa không được lấy.",
    "inserted": "Tệp còn {n} chỗ thêm chưa chốt (Track Changes): chữ thêm được giữ lại.",
    "comments": "Đã bỏ {n} nhận xét bên lề (Comment).",
    "hidden": "Đã bỏ {n} đoạn chữ ẩn.",
    "boxes": "Chữ trong {n} khung văn bản (Text Box) được đặt xuống dưới đoạn chứa khung;"
    " xin xem lại vị trí.",
    "equations": "Đã bỏ {n} công thức toán: xin gõ lại hoặc chèn dưới dạng ảnh.",
    "diagrams": "Đã bỏ {n} biểu đồ hoặc sơ đồ (SmartArt): xin chèn lại dưới dạng ảnh.",
    "objects": "Đã bỏ {n} đối tượng nhúng (bảng tính, tệp đính kèm …).",
    "symbols": "Đã bỏ {n} ký hiệu của phông chữ riêng mà trang không hiện được.",
    "linked": "Đã bỏ {n} ảnh chỉ liên kết từ nơi khác, không nằm trong tệp: xin tải ảnh lên riêng.",
    "missing": "Đã bỏ {n} ảnh không còn trong tệp.",
    "heavy": "Đã bỏ {n} ảnh nặng hơn 25 MB: xin giảm cỡ rồi tải lên riêng.",
    "formats": "Đã bỏ {n} ảnh ở dạng mà trang không dùng (EMF, WMF, TIFF …):"
    " xin lưu lại thành JPEG hoặc PNG rồi tải lên riêng.",
    "cropped": "{n} ảnh được cắt trong Word nhưng tệp vẫn giữ ảnh đầy đủ, và ảnh đầy đủ"
    " được đưa vào bài: xin xem lại.",
    "picture tables": "{n} bảng dùng để xếp ảnh đã được thay bằng ảnh có chú thích.",
    "links": "Đã bỏ {n} liên kết không dùng được trên trang; chữ của liên kết vẫn giữ.",
    "notes": "{n} chú thích của Word được đưa xuống cuối bài và đánh số [1], [2] …",
    "labels": "Số thứ tự tự động của {n} đoạn được viết thành chữ để không đổi số.",
    "no title": "Không nhận ra tiêu đề (đoạn đầu, in đậm, căn giữa): xin nhập tiêu đề.",
    "no lead": "Không nhận ra sa-pô (đoạn in đậm ngay sau tiêu đề): xin nhập sa-pô.",
}


class Report:
    """Counts by the keys of SENTENCES, and lines of their own."""

    def __init__(self):
        self._counts, self._lines = Counter(), []

    def count(self, key: str, number: int = 1):
        self._counts[key] += number

    def counted(self, key: str) -> int:
        return self._counts[key]

    def say(self, line: str):
        self._lines.append(line)

    def sentences(self) -> list[str]:
        counted = (
            sentence.format(n=self._counts[key])
            for key, sentence in SENTENCES.items()
            if self._counts[key]
        )
        return [*counted, *self._lines]
